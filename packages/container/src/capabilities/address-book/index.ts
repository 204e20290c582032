import * as v from 'valibot'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { requireDeclared } from '../declared-apis'
import { notesOf } from '../host-notes'
import { chooseOne } from '../sheets/choice'
import { askForm, type FormField } from '../sheets/form'

/**
 * `wx.chooseAddress`, `wx.chooseInvoiceTitle`, `wx.chooseLicensePlate`: the user's own entries, kept by the host and
 * handed over one at a time, when the user picks one.
 */
function createAddressBook(host: CapabilityHost): Capability {
  async function chooseEntry(kind: EntryKind): Promise<Record<string, string>> {
    const { note, title, fields, describe } = KINDS[kind]
    const entries = readEntries(await notesOf(host).get(note), fields)
    const choice = await chooseOne<Entry | 'new'>(host, host.text(title), [
      ...entries.map((entry) => ({ value: entry, ...describe(entry) })),
      { value: 'new' as const, text: host.text('addressBook.new') },
    ])
    if (choice === undefined) throw new CapabilityError('cancel', { errno: 1 })
    if (choice !== 'new') return choice
    const entered = await askForm(
      host,
      host.text(title),
      fields.map((field) => ({ ...field, label: host.text(`addressBook.${field.name}`) })),
    )
    if (!entered) throw new CapabilityError('cancel', { errno: 1 })
    await notesOf(host).set(note, [entered, ...entries].slice(0, MAX_ENTRIES))
    return entered
  }

  return {
    methods: {
      chooseAddress: method(v.object({}), async () => {
        requireDeclared(host, 'chooseAddress')
        const address = await chooseEntry('address')
        return {
          ...address,
          detailInfoNew: address.detailInfo,
          streetName: '',
          nationalCode: '',
          postalCode: address.postalCode ?? '',
        }
      }),
      chooseInvoiceTitle: method(v.object({}), async () => {
        const title = await chooseEntry('invoiceTitle')
        return { ...title, type: title.taxNumber ? '0' : '1' }
      }),
      chooseLicensePlate: method(v.object({}), () => chooseEntry('licensePlate')),
    },
  }
}

type Entry = Record<string, string>
type EntryKind = 'address' | 'invoiceTitle' | 'licensePlate'
type EntryField = Omit<FormField, 'label'>

interface Kind {
  note: string
  title: string
  fields: readonly EntryField[]
  describe(entry: Entry): { text: string; detail?: string }
}

const MAX_ENTRIES = 20

const KINDS: Record<EntryKind, Kind> = {
  address: {
    note: 'addresses',
    title: 'addressBook.chooseAddress',
    fields: [
      { name: 'userName', required: true },
      { name: 'telNumber', kind: 'tel', required: true, maxLength: 20 },
      { name: 'provinceName', required: true },
      { name: 'cityName', required: true },
      { name: 'countyName', required: true },
      { name: 'detailInfo', required: true },
      { name: 'postalCode', maxLength: 10 },
    ],
    describe: (entry) => ({
      text: `${entry.userName} ${entry.telNumber}`,
      detail: [entry.provinceName, entry.cityName, entry.countyName, entry.detailInfo].join(' '),
    }),
  },
  invoiceTitle: {
    note: 'invoiceTitles',
    title: 'addressBook.chooseInvoiceTitle',
    fields: [
      { name: 'title', required: true },
      { name: 'taxNumber' },
      { name: 'companyAddress' },
      { name: 'telephone', kind: 'tel' },
      { name: 'bankName' },
      { name: 'bankAccount' },
    ],
    describe: (entry) => ({ text: entry.title ?? '', detail: entry.taxNumber ?? '' }),
  },
  licensePlate: {
    note: 'licensePlates',
    title: 'addressBook.chooseLicensePlate',
    fields: [{ name: 'plateNumber', required: true, maxLength: 12 }],
    describe: (entry) => ({ text: entry.plateNumber ?? '' }),
  },
}

function readEntries(note: unknown, fields: readonly EntryField[]): Entry[] {
  if (!Array.isArray(note)) return []
  return note.map((item: unknown) => {
    const record = (item ?? {}) as Record<string, unknown>
    return Object.fromEntries(
      fields.map(({ name }) => [name, typeof record[name] === 'string' ? record[name] : '']),
    )
  })
}

export { createAddressBook as create }
export { addressBookTexts as texts } from './texts'
