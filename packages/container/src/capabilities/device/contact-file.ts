import * as v from 'valibot'

const text = v.optional(v.pipe(v.string(), v.maxLength(2_000)))

export const contactSchema = v.object({
  firstName: v.pipe(v.string(), v.maxLength(2_000)),
  lastName: text,
  middleName: text,
  nickName: text,
  remark: text,
  organization: text,
  title: text,
  url: text,
  email: text,
  weChatNumber: text,
  mobilePhoneNumber: text,
  hostNumber: text,
  workPhoneNumber: text,
  workFaxNumber: text,
  homePhoneNumber: text,
  homeFaxNumber: text,
  addressCountry: text,
  addressState: text,
  addressCity: text,
  addressStreet: text,
  addressPostalCode: text,
  workAddressCountry: text,
  workAddressState: text,
  workAddressCity: text,
  workAddressStreet: text,
  workAddressPostalCode: text,
  homeAddressCountry: text,
  homeAddressState: text,
  homeAddressCity: text,
  homeAddressStreet: text,
  homeAddressPostalCode: text,
})

export type Contact = v.InferOutput<typeof contactSchema>

/** A vCard (RFC 6350 in the 3.0 dialect that phones read), which the phone offers to add. */
export function contactFile(contact: Contact): Blob {
  const property = (name: string, ...values: (string | undefined)[]) =>
    values.some(Boolean) ? [`${name}:${values.map((value) => escapeText(value ?? '')).join(';')}`] : []
  const { firstName, lastName, middleName } = contact
  const address = (name: string, prefix: 'address' | 'workAddress' | 'homeAddress') =>
    property(`ADR;TYPE=${name}`, ...addressParts(contact, prefix))
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    ...property('N', lastName, firstName, middleName, '', ''),
    ...property('FN', [lastName, middleName, firstName].filter(Boolean).join(' ')),
    ...property('NICKNAME', contact.nickName),
    ...property('ORG', contact.organization),
    ...property('TITLE', contact.title),
    ...property('URL', contact.url),
    ...property('EMAIL', contact.email),
    ...property('NOTE', contact.remark),
    ...property('X-WECHAT', contact.weChatNumber),
    ...property('TEL;TYPE=CELL', contact.mobilePhoneNumber),
    ...property('TEL;TYPE=WORK,MAIN', contact.hostNumber),
    ...property('TEL;TYPE=WORK', contact.workPhoneNumber),
    ...property('TEL;TYPE=WORK,FAX', contact.workFaxNumber),
    ...property('TEL;TYPE=HOME', contact.homePhoneNumber),
    ...property('TEL;TYPE=HOME,FAX', contact.homeFaxNumber),
    ...address('POSTAL', 'address'),
    ...address('WORK', 'workAddress'),
    ...address('HOME', 'homeAddress'),
    'END:VCARD',
  ]
  return new Blob([lines.join('\r\n'), '\r\n'], { type: 'text/vcard' })
}

function addressParts(contact: Contact, prefix: 'address' | 'workAddress' | 'homeAddress') {
  const part = (name: 'Street' | 'City' | 'State' | 'PostalCode' | 'Country') => contact[`${prefix}${name}`]
  const values = [part('Street'), part('City'), part('State'), part('PostalCode'), part('Country')]
  return values.some(Boolean) ? ['', '', ...values] : []
}

/** As vCard and iCalendar want texts: nothing that a program writes can begin another line. */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n|\r|\n/g, '\\n')
}
