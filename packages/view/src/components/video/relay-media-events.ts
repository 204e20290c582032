import { mediaErrorText } from './media-events'
import { bufferedEnd } from './player-bar'

export interface MediaRelay {
  emit(name: string, detail: unknown): void
  /** Play state, size or volume has changed. */
  changed(): void
  timeUpdated(): void
  buffering(busy: boolean): void
  /** False once the element is out of the page: a player that is put away tells nothing. */
  isShown(): boolean
}

/** The events of a media element as those of WeChat's `video`. */
export function relayMediaEvents(video: HTMLVideoElement, relay: MediaRelay): void {
  const on = (name: string, act: () => void): void =>
    video.addEventListener(name, () => {
      if (relay.isShown()) act()
    })

  for (const name of ['play', 'pause', 'ended', 'loadedmetadata', 'volumechange']) on(name, relay.changed)
  on('play', () => relay.emit('play', {}))
  on('pause', () => {
    if (!video.ended) relay.emit('pause', {})
  })
  on('ended', () => relay.emit('ended', {}))
  on('waiting', () => {
    relay.buffering(true)
    relay.emit('waiting', {})
  })
  for (const name of ['playing', 'canplay', 'error', 'pause']) on(name, () => relay.buffering(false))
  on('timeupdate', relay.timeUpdated)
  on('loadedmetadata', () => {
    const { videoWidth: width, videoHeight: height, duration } = video
    relay.emit('loadedmetadata', { width, height, duration })
  })
  on('progress', () => {
    const buffered = video.duration > 0 ? (bufferedEnd(video) / video.duration) * 100 : 0
    relay.emit('progress', { buffered: Number.isFinite(buffered) ? buffered : 0 })
  })
  on('seeked', () => relay.emit('seekcomplete', { position: video.currentTime }))
  for (const name of ['loadstart', 'loadeddata', 'seeking', 'seeked']) on(name, () => relay.emit(name, {}))
  on('error', () => {
    if (video.hasAttribute('src')) relay.emit('error', { errMsg: mediaErrorText(video.error) })
  })
  on('enterpictureinpicture', () => relay.emit('enterpictureinpicture', {}))
  on('leavepictureinpicture', () => relay.emit('leavepictureinpicture', {}))
}
