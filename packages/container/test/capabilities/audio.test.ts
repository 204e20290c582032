import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenProgram, type TestHost, startTestHost } from '../harness/container-page'
import { begin, button, call, withProgram } from './calls'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host?.close())

/** A second of silence, 8 kHz. */
function silence(): Buffer {
  const samples = 8000
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + samples, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(8000, 24)
  header.writeUInt32LE(8000, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36)
  header.writeUInt32LE(samples, 40)
  return Buffer.concat([header, Buffer.alloc(samples, 128)])
}

const files = { 'files/a.wav': { type: 'audio/wav', body: silence() } }
const manifest = { files: { 'a.wav': 8044 } }
const PATIENT = { timeout: 20_000 }

const audioEvents = async (opened: OpenProgram, id: number): Promise<any[]> =>
  (await opened.logicWorker()).evaluate(
    (name) =>
      (globalThis as any).program.received
        .filter((message: any) => message.name === name)
        .map((message: any) => message.payload),
    `audio.${id}`,
  )

test('a file of the package plays, pauses, seeks and stops, and its state is told', () =>
  withProgram(host, { files, manifest }, async (opened) => {
    await opened.page.mouse.click(5, 5)
    await call(opened, 'setAudio', { id: 1, settings: { src: '/a.wav', volume: 0 } })
    await call(opened, 'operateAudio', { id: 1, action: 'play' })
    const names = async () => (await audioEvents(opened, 1)).map((event) => event.name)
    await expect.poll(names, PATIENT).toContain('play')
    await expect.poll(names, PATIENT).toContain('canplay')
    await call(opened, 'operateAudio', { id: 1, action: 'pause' })
    await expect.poll(names, PATIENT).toContain('pause')
    await call(opened, 'seekAudio', { id: 1, position: 0.5 })
    await expect.poll(names, PATIENT).toContain('seeked')
    await call(opened, 'operateAudio', { id: 1, action: 'stop' })
    await expect.poll(names, PATIENT).toContain('stop')
    expect((await audioEvents(opened, 1)).at(-1).state).toMatchObject({
      duration: 1,
      currentTime: 0,
      paused: true,
    })
    expect((await call(opened, 'operateAudio', { id: 2, action: 'play' })).error).toMatchObject({
      message: 'no audio',
    })
  }))

test('what cannot be played is told as an error', () =>
  withProgram(host, { files, manifest }, async (opened) => {
    await call(opened, 'setAudio', { id: 1, settings: { src: '/none.wav' } })
    await expect.poll(async () => (await audioEvents(opened, 1))[0]?.error?.errCode, PATIENT).toBe(10003)
  }))

test('the microphone is asked for, and refusal is told', () =>
  withProgram(host, {}, async (opened) => {
    const refused = await begin(opened, 'startRecorder', { duration: 1000 })
    await button(opened, 'Deny').click()
    expect((await refused()).error).toMatchObject({ message: 'auth deny' })
    expect((await call(opened, 'operateRecorder', { action: 'stop' })).error).toMatchObject({
      message: 'recorder not start',
    })
  }))
