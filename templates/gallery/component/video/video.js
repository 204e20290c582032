const { say } = require('../../say')

const t = say({
  en: {
    lead: 'Plays a film with its own controls; createVideoContext drives it from code.',
    player: 'Player',
    choose: 'Choose a video of yours',
    play: 'Play',
    pause: 'Pause',
    seek: 'To the start',
    time: 'Time',
    hint: 'Films stay on your device: nothing is uploaded.',
    faster: 'Double speed',
  },
  zh: {
    lead: '带控件的视频播放器，createVideoContext 可用代码控制。',
    player: '播放器',
    choose: '选择你的视频',
    play: '播放',
    pause: '暂停',
    seek: '回到开头',
    time: '时间',
    hint: '视频只在本机播放，不会上传。',
    faster: '两倍速',
  },
})

Page({
  data: {
    t,
    source: '',
    time: '0.0 s',
  },

  onReady() {
    this.player = wx.createVideoContext('player')
  },

  choose() {
    wx.chooseMedia({ count: 1, mediaType: ['video'], sourceType: ['album'] })
      .then(({ tempFiles }) => this.setData({ source: tempFiles[0].tempFilePath }))
      .catch(() => {})
  },

  play() {
    this.player.play()
  },

  pause() {
    this.player.pause()
  },

  rewind() {
    this.player.seek(0)
  },

  faster() {
    this.player.playbackRate(2)
  },

  noteTime(event) {
    this.setData({ time: `${event.detail.currentTime.toFixed(1)} s` })
  },
})
