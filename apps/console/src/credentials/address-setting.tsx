import type { Credentials } from '@sampan/platform-api'
import { useState } from 'react'
import { Button } from 'tdesign-react'
import { request } from '../api/request'
import { at } from '../programs/program-api'
import { useTexts } from '../texts/texts'
import { Field } from '../ui/field'
import { TextArea } from '../ui/text-input'
import { credentialTexts } from './texts'
import { useCredentialAction } from './use-credential-action'

/** Where robots may upload from. */
export function AddressSetting({ appId, allowList }: { appId: string; allowList: Credentials['allowList'] }) {
  const t = useTexts(credentialTexts)
  const [isOn, setOn] = useState(allowList.isOn)
  const [text, setText] = useState(allowList.addresses.join('\n'))
  const save = useCredentialAction(
    appId,
    (_input, headers) =>
      request(at(appId, '/credentials/allow-list'), {
        method: 'PUT',
        body: { isOn, addresses: text.split(/[\s,;]+/).filter(Boolean) },
        headers,
      }),
    t('saved'),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <label className="choice">
        <input type="checkbox" checked={isOn} onChange={(event) => setOn(event.currentTarget.checked)} />
        {t('addresses.on')}
      </label>
      <Field label={t('addresses.label')} help={t('addresses.help')}>
        {({ id, describedBy }) => (
          <TextArea id={id} aria-describedby={describedBy} disabled={!isOn} value={text} onChange={setText} />
        )}
      </Field>
      <Button type="submit" variant="outline" loading={save.isPending}>
        {t('save')}
      </Button>
    </form>
  )
}
