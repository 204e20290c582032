import { type ApiContext, type ApiTable, asyncApi } from '../api-context'
import { createHostApis, type ParameterList } from '../host-apis'
import { createListenerApis, sameNamed } from '../listener-apis'
import { syncApi } from '../sync-api'

const CONTACT_TEXTS = [
  'nickName',
  'lastName',
  'middleName',
  'remark',
  'mobilePhoneNumber',
  'weChatNumber',
  'addressCountry',
  'addressState',
  'addressCity',
  'addressStreet',
  'addressPostalCode',
  'organization',
  'title',
  'workFaxNumber',
  'workPhoneNumber',
  'hostNumber',
  'email',
  'url',
  'workAddressCountry',
  'workAddressState',
  'workAddressCity',
  'workAddressStreet',
  'workAddressPostalCode',
  'homeFaxNumber',
  'homePhoneNumber',
  'homeAddressCountry',
  'homeAddressState',
  'homeAddressCity',
  'homeAddressStreet',
  'homeAddressPostalCode',
]

const CONTACT: ParameterList = {
  firstName: 'String',
  ...Object.fromEntries(CONTACT_TEXTS.map((name) => [name, 'String?'] as const)),
}

const CALENDAR_EVENT: ParameterList = {
  title: 'String',
  startTime: 'Number',
  endTime: 'Number?',
  allDay: 'Boolean?',
  description: 'String?',
  location: 'String?',
  alarm: 'Boolean?',
  alarmOffset: 'Number?',
}

/** Screen, battery, vibration, calls, contacts, calendar and the scanner: what the container does on the device. */
export function createPhoneApis(context: ApiContext): ApiTable {
  const battery = () => context.environment.battery ?? assumedBattery(context)
  return {
    ...createHostApis(context, {
      setScreenBrightness: { value: 'Number' },
      getScreenBrightness: {},
      setKeepScreenOn: { keepScreenOn: 'Boolean' },
      vibrateShort: { type: 'String?' },
      vibrateLong: {},
      makePhoneCall: { phoneNumber: 'String' },
      sendSms: { phoneNumber: 'String?', content: 'String?' },
      addPhoneContact: CONTACT,
      addPhoneCalendar: CALENDAR_EVENT,
      addPhoneRepeatCalendar: { ...CALENDAR_EVENT, repeatInterval: 'String?', repeatEndTime: 'Number?' },
      scanCode: { onlyFromCamera: 'Boolean?', scanType: 'Array?' },
    }),
    getBatteryInfoSync: syncApi('getBatteryInfoSync', battery),
    getBatteryInfo: asyncApi(context, 'getBatteryInfo', battery),
    checkIsOpenAccessibility: asyncApi(context, 'checkIsOpenAccessibility', () => ({ open: false })),
    ...createListenerApis(context, sameNamed(['BatteryInfoChange'])),
  }
}

function assumedBattery(context: ApiContext) {
  context.warn('This browser tells nothing of the battery: programs see a full one')
  return { level: 100, isCharging: false, isLowPowerModeEnabled: false }
}
