import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenProgram, type TestHost, startTestHost } from '../harness/container-page'
import { begin, button, call, withProgram } from './calls'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host?.close())

/** A JPEG of 4 × 2 pixels as the browser writes it, with an Exif part that says it lies on its side. */
async function turnedJpeg(opened: OpenProgram): Promise<Buffer> {
  const base64 = await opened.page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 4
    canvas.height = 2
    canvas.getContext('2d')!.fillRect(0, 0, 4, 2)
    return canvas.toDataURL('image/jpeg').split(',')[1]!
  })
  const plain = Buffer.from(base64, 'base64')
  const exif = Buffer.from(
    'ffe10022' + '457869660000' + '4d4d002a00000008' + '0001011200030000000100060000' + '00000000',
    'hex',
  )
  return Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)])
}

async function pngOf(opened: OpenProgram, width: number, height: number): Promise<Buffer> {
  const base64 = await opened.page.evaluate(
    ([w, h]) => {
      const canvas = document.createElement('canvas')
      canvas.width = w!
      canvas.height = h!
      const draw = canvas.getContext('2d')!
      draw.fillStyle = 'rgb(200, 40, 40)'
      draw.fillRect(0, 0, w!, h!)
      return canvas.toDataURL('image/png').split(',')[1]!
    },
    [width, height],
  )
  return Buffer.from(base64, 'base64')
}

const addedFiles = (opened: OpenProgram) =>
  opened.inWorker((program) =>
    program.received
      .filter((message: any) => message.name === 'fileSystem.added')
      .flatMap((message: any) => message.payload.files)
      .map((file: any) => ({
        path: file.path,
        sizeBytes: file.sizeBytes,
        isBlob: file.content instanceof Blob,
      })),
  )

test('chooseImage: from the album, several; each becomes a temporary file that the worker has', () =>
  withProgram(host, {}, async (opened) => {
    const chosen = await begin(opened, 'chooseImage', { count: 2 })
    const dialog = opened.page.waitForEvent('filechooser')
    await button(opened, 'Album').click()
    const chooser = await dialog
    expect(chooser.isMultiple()).toBe(true)
    const files = await Promise.all(
      ['a.png', 'b.png', 'c.png'].map(async (name, index) => ({
        name,
        mimeType: 'image/png',
        buffer: await pngOf(opened, 10 + index, 10),
      })),
    )
    await chooser.setFiles(files)
    const { value } = await chosen()
    expect(value.tempFilePaths).toHaveLength(2)
    expect(value.tempFiles[0]).toEqual({ path: value.tempFilePaths[0], size: files[0]!.buffer.length })
    expect(value.tempFilePaths[0]).toMatch(/^wxfile:\/\/tmp\/[\da-f]{32}\.png$/)
    const added = await addedFiles(opened)
    expect(added.map((file: any) => `wxfile://${file.path}`).sort()).toEqual([...value.tempFilePaths].sort())
    expect(added.every((file: any) => file.isBlob)).toBe(true)

    const info = await call(opened, 'getImageInfo', { src: value.tempFilePaths[1] })
    expect(info.value).toEqual({
      width: 11,
      height: 10,
      type: 'png',
      orientation: 'up',
      path: value.tempFilePaths[1],
    })
  }))

test('choosing can be left', () =>
  withProgram(host, {}, async (opened) => {
    const left = await begin(opened, 'chooseMedia', { mediaType: ['image'] })
    await button(opened, 'Cancel').click()
    expect((await left()).error).toMatchObject({ message: 'cancel' })
  }))

describe('getImageInfo', () => {
  test('tells the sides as stored and how the photo was held', () =>
    withProgram(host, {}, async (opened) => {
      const chosen = await begin(opened, 'chooseMedia', { count: 1 })
      const dialog = opened.page.waitForEvent('filechooser')
      await button(opened, 'Album').click()
      await (
        await dialog
      ).setFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: await turnedJpeg(opened) })
      const { tempFiles, type } = (await chosen()).value
      expect(type).toBe('image')
      const info = await call(opened, 'getImageInfo', { src: tempFiles[0].tempFilePath })
      expect(info.value).toMatchObject({ width: 4, height: 2, type: 'jpeg', orientation: 'right' })
    }))

  test('reads package files, data URLs and the web; answers a local path', () =>
    withProgram(
      host,
      {
        properties: { settings: { domains: 'any' } },
        manifest: { files: { 'images/a.svg': 1, 'images/broken.png': 1 } },
        files: {
          'files/images/a.svg': {
            type: 'image/svg+xml',
            body: '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>',
          },
          'files/images/broken.png': { type: 'image/png', body: 'no picture' },
        },
      },
      async (opened) => {
        const fromPackage = await call(opened, 'getImageInfo', { src: '/images/a.svg' })
        expect(fromPackage.value).toMatchObject({
          width: 30,
          height: 20,
          type: 'unknown',
          path: 'images/a.svg',
        })
        const png = await pngOf(opened, 3, 3)
        await opened.page.route('https://pictures.test/*', (route) =>
          route.request().url().endsWith('a.png')
            ? route.fulfill({
                body: png,
                contentType: 'image/png',
                headers: { 'access-control-allow-origin': '*' },
              })
            : route.fulfill({ status: 404 }),
        )
        const fromWeb = await call(opened, 'getImageInfo', { src: 'https://pictures.test/a.png' })
        expect(fromWeb.value).toMatchObject({
          width: 3,
          path: expect.stringMatching(/^wxfile:\/\/tmp\/.*\.png$/),
        })
        await opened.page.route('https://closed.test/*', (route) =>
          route.request().resourceType() === 'image'
            ? route.fulfill({ body: png, contentType: 'image/png' })
            : route.abort(),
        )
        const unreadable = await call(opened, 'getImageInfo', { src: 'https://closed.test/a.png' })
        expect(unreadable.value).toMatchObject({
          width: 3,
          type: 'unknown',
          path: 'https://closed.test/a.png',
        })
        const fromData = await call(opened, 'getImageInfo', {
          src: `data:image/png;base64,${png.toString('base64')}`,
        })
        expect(fromData.value).toMatchObject({ width: 3, height: 3 })
        for (const src of [
          'https://pictures.test/none.png',
          '/images/none.png',
          '/images/broken.png',
          'file:///x',
        ]) {
          expect((await call(opened, 'getImageInfo', { src })).error).toBeDefined()
        }
      },
    ))

  test('asks only domains of the list', () =>
    withProgram(
      host,
      {
        properties: {
          settings: { domains: { request: [], socket: [], upload: [], download: ['ok.test'], webView: [] } },
        },
      },
      async (opened) => {
        const { error } = await call(opened, 'getImageInfo', { src: 'https://pictures.test/a.png' })
        expect(error).toMatchObject({ message: 'url not in domain list', errno: 600002 })
      },
    ))
})

test('previewImage shows the picture asked for, moves to its neighbours, and goes with a tap', () =>
  withProgram(host, {}, async (opened) => {
    const png = `data:image/png;base64,${(await pngOf(opened, 8, 8)).toString('base64')}`
    const urls = [png, `${png}#2`, `${png}#3`]
    expect((await call(opened, 'previewImage', { urls, current: urls[1] })).error).toBeUndefined()
    const viewer = opened.page.locator('sampan-media-viewer')
    await viewer.getByText('2 / 3').waitFor()
    await opened.page.keyboard.press('ArrowRight')
    await viewer.getByText('3 / 3').waitFor()
    await viewer.locator('img').nth(2).click()
    await viewer.waitFor({ state: 'detached' })
    const own = `${host.origin}/bundles/secret.png`
    expect((await call(opened, 'previewImage', { urls: [own] })).error).toBeDefined()
    expect((await call(opened, 'previewImage', { urls: [] })).error.message).toContain('at least 1 item')
    expect((await call(opened, 'previewImage', { urls: ['wxfile://tmp/none.png'] })).error).toBeDefined()
  }))

test('saveImageToPhotosAlbum asks, then hands the file over', () =>
  withProgram(
    host,
    { manifest: { files: { 'a.png': 1 } }, files: { 'files/a.png': { type: 'image/png', body: 'x' } } },
    async (opened) => {
      const saved = await begin(opened, 'saveImageToPhotosAlbum', { filePath: 'a.png' })
      const download = opened.page.waitForEvent('download')
      await button(opened, 'Allow').click()
      expect((await download).suggestedFilename()).toBe('a.png')
      expect((await saved()).error).toBeUndefined()
    },
  ))

test('compressImage and cropImage make new files', () =>
  withProgram(host, {}, async (opened) => {
    const src = `data:image/png;base64,${(await pngOf(opened, 40, 20)).toString('base64')}`
    const small = (await call(opened, 'compressImage', { src, compressedWidth: 10 })).value.tempFilePath
    expect((await call(opened, 'getImageInfo', { src: small })).value).toMatchObject({ width: 10, height: 5 })
    const cropped = await begin(opened, 'cropImage', { src, cropScale: '1:1' })
    await opened.page.locator('sampan-image-editor').getByRole('button', { name: 'OK' }).click()
    const { tempFilePath } = (await cropped()).value
    expect((await call(opened, 'getImageInfo', { src: tempFilePath })).value).toMatchObject({
      width: 20,
      height: 20,
    })
    const turned = await begin(opened, 'editImage', { src })
    await opened.page.locator('sampan-image-editor').getByRole('button', { name: 'Cancel' }).click()
    expect((await turned()).error).toMatchObject({ message: 'cancel' })
    expect((await call(opened, 'cropImage', { src, cropScale: '2:1' })).error).toBeDefined()
  }))
