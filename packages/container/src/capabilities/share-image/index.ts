import { html, nothing } from 'lit'
import * as v from 'valibot'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { readSource } from '../file-system/read-source'
import { saveToDisk } from '../file-system/save-to-disk'
import { showSheet } from '../sheets/sheet'

/** `wx.showShareImageMenu`: a picture to keep, or to hand to another app where the browser can. */
function createShareImage(host: CapabilityHost): Capability {
  return {
    methods: {
      showShareImageMenu: method(v.object({ path: v.string() }), async ({ path }) => {
        const picture = await readSource(host, path)
        if (!picture.type.startsWith('image/')) throw new CapabilityError('the file is not a picture')
        if (!(await showPicture(host, picture))) throw new CapabilityError('cancel')
      }),
    },
  }
}

/** True if the user kept it or sent it on. */
async function showPicture(host: CapabilityHost, picture: Blob): Promise<boolean> {
  const url = URL.createObjectURL(picture)
  const file = new File([picture], `picture.${picture.type.slice('image/'.length).replace(/\W.*$/, '')}`, {
    type: picture.type,
  })
  // Missing on plain HTTP.
  const canShare = (navigator as Partial<Navigator>).canShare?.({ files: [file] }) ?? false
  try {
    return await showSheet<boolean>(host.overlay, {
      label: host.text('share picture'),
      layout: 'sheet',
      dismissed: false,
      render: ({ close }) => html`
        <h1>${host.text('share picture')}</h1>
        <img src=${url} alt="" style="max-height: 50vh; max-width: 100%; margin: 0 auto" />
        <div class="actions">
          <button class="secondary" @click=${() => close(false)}>${host.text('cancel')}</button>
          ${
            canShare
              ? html`<button
                  class="secondary"
                  @click=${() =>
                    void navigator.share({ files: [file] }).then(
                      () => close(true),
                      () => undefined, // the user left the browser's own sheet: this one stays
                    )}
                >
                  ${host.text('send on')}
                </button>`
              : nothing
          }
          <button
            class="primary"
            @click=${() => {
              saveToDisk(picture, file.name)
              close(true)
            }}
          >
            ${host.text('keep picture')}
          </button>
        </div>
      `,
    })
  } finally {
    URL.revokeObjectURL(url)
  }
}

export { createShareImage as create }
export { shareImageTexts as texts } from './texts'
