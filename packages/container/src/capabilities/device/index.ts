import * as v from 'valibot'
import { finiteNumber } from '../number-schemas'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { saveToDisk } from '../file-system/save-to-disk'
import { askUser } from '../sheets/question'
import { calendarFile, eventSchema, repeatedEventSchema } from './calendar-file'
import { contactFile, contactSchema } from './contact-file'
import { createScreenControl } from './screen-control'
import { createSensors, INTERVALS_MS, SENSORS } from './sensors'

const SHORT_VIBRATION_MS = { heavy: 25, medium: 15, light: 8 }
const LONG_VIBRATION_MS = 400
const MAX_PHONE_NUMBER_LENGTH = 50

/** What programs do with the phone itself, as far as a page can. */
function createDevice(host: CapabilityHost): Capability {
  const screen = createScreenControl(host)
  const sensors = createSensors(host)

  async function confirm(title: string, detail: string, allow: string): Promise<void> {
    const allowed = await askUser(host, { title, detail, allow, reject: host.text('cancel') })
    if (!allowed) throw new CapabilityError('cancel')
  }

  return {
    methods: {
      setScreenBrightness: method(v.object({ value: finiteNumber }), ({ value }) =>
        screen.setBrightness(value),
      ),
      getScreenBrightness: method(v.object({}), () => ({ value: screen.brightness() })),
      setKeepScreenOn: method(v.object({ keepScreenOn: v.boolean() }), ({ keepScreenOn }) =>
        screen.keepOn(keepScreenOn),
      ),
      vibrateShort: method(
        v.object({ type: v.optional(v.picklist(['heavy', 'medium', 'light'])) }),
        ({ type }) => {
          vibrate(SHORT_VIBRATION_MS[type ?? 'medium'])
        },
      ),
      vibrateLong: method(v.object({}), () => vibrate(LONG_VIBRATION_MS)),
      makePhoneCall: method(v.object({ phoneNumber: phoneSchema }), async ({ phoneNumber }) => {
        await confirm(host.text('call number'), phoneNumber, host.text('call'))
        openLink(`tel:${dialable(phoneNumber)}`)
      }),
      sendSms: method(
        v.object({ phoneNumber: v.optional(phoneSchema), content: v.optional(v.string()) }),
        async ({ phoneNumber = '', content = '' }) => {
          await confirm(host.text('write message'), [phoneNumber, content].join('\n'), host.text('open'))
          openLink(`sms:${dialable(phoneNumber)}?body=${encodeURIComponent(content)}`)
        },
      ),
      addPhoneContact: method(contactSchema, async (contact) => {
        const name = [contact.lastName, contact.firstName].filter(Boolean).join(' ')
        await confirm(host.text('save contact'), name, host.text('save'))
        saveToDisk(contactFile(contact), 'contact.vcf')
      }),
      addPhoneCalendar: method(eventSchema, async (event) => {
        await confirm(host.text('save event'), event.title, host.text('save'))
        saveToDisk(calendarFile(event), 'event.ics')
      }),
      addPhoneRepeatCalendar: method(repeatedEventSchema, async (event) => {
        await confirm(host.text('save event'), event.title, host.text('save'))
        saveToDisk(calendarFile(event), 'event.ics')
      }),
      startSensor: method(
        v.object({ sensor: v.picklist(SENSORS), interval: v.picklist(['game', 'ui', 'normal']) }),
        ({ sensor, interval }) => sensors.start(sensor, INTERVALS_MS[interval]),
      ),
      stopSensor: method(v.object({ sensor: v.picklist(SENSORS) }), ({ sensor }) => sensors.stop(sensor)),
    },
    dispose() {
      screen.dispose()
      sensors.dispose()
    },
  }
}

const phoneSchema = v.pipe(v.string(), v.maxLength(MAX_PHONE_NUMBER_LENGTH))

/** A device that cannot vibrate stays still. */
function vibrate(durationMs: number): void {
  ;(navigator as Partial<Navigator>).vibrate?.(durationMs)
}

function dialable(phoneNumber: string): string {
  return phoneNumber.replace(/[^\d+*#,;]/g, '').replaceAll('#', '%23')
}

function openLink(href: string): void {
  const link = document.createElement('a')
  link.href = href
  link.click()
}

export { createDevice as create }
export { deviceTexts as texts } from './texts'
