import type { TextTable } from '../interface/texts'
import type { Capability, CapabilityHost } from './capability'
import { createAccount } from './account'
import { createAddressBook } from './address-book'
import { addressBookTexts } from './address-book/texts'
import { createCustomerService } from './customer-service'
import { customerServiceTexts } from './customer-service/texts'
import { createLocation } from './location'
import { locationTexts } from './location/texts'
import { createMedia } from './media'
import { mediaTexts } from './media/texts'
import { createPayment } from './payment'
import { paymentTexts } from './payment/texts'
import { createPhoneNumber } from './phone-number'
import { phoneNumberTexts } from './phone-number/texts'
import { createPrivacy } from './privacy'
import { privacyTexts } from './privacy/texts'
import { createWorkerScript } from './worker-script'
import { createSetting } from './setting'
import { settingTexts } from './setting/texts'
import { createSubscribeMessage } from './subscribe-message'
import { subscribeMessageTexts } from './subscribe-message/texts'
import { createAudio } from './audio'
import { createClipboard } from './clipboard'
import { createFileSystem } from './file-system'
import { fileSystemTexts } from './file-system/texts'
import { createDevice } from './device'
import { deviceTexts } from './device/texts'
import { createNetwork } from './network'
import { networkTexts } from './network/texts'
import { createOtherPrograms } from './other-programs'
import { otherProgramsTexts } from './other-programs/texts'
import { createScanCode } from './scan-code'
import { scanCodeTexts } from './scan-code/texts'
import { createShareImage } from './share-image'
import { shareImageTexts } from './share-image/texts'
import { createStorage } from './storage'
import { createSystem } from './system'
import { systemTexts } from './system/texts'

/** Every family that works with `CapabilityHost` alone. Families about bars, pages and sheets: `interface.ts`. */
export function createCapabilities(host: CapabilityHost): Record<string, Capability> {
  return {
    clipboard: createClipboard(host),
    fileSystem: createFileSystem(host),
    network: createNetwork(host),
    device: createDevice(host),
    scanCode: createScanCode(host),
    otherPrograms: createOtherPrograms(host),
    shareImage: createShareImage(host),
    storage: createStorage(host),
    system: createSystem(host),
    account: createAccount(host),
    addressBook: createAddressBook(host),
    customerService: createCustomerService(host),
    location: createLocation(host),
    audio: createAudio(host),
    workerScript: createWorkerScript(host),
    media: createMedia(host),
    payment: createPayment(host),
    phoneNumber: createPhoneNumber(host),
    privacy: createPrivacy(host),
    setting: createSetting(host),
    subscribeMessage: createSubscribeMessage(host),
  }
}

/** Texts of the families, for `CapabilityHost.text`. */
export const capabilityTexts: TextTable[] = [
  fileSystemTexts,
  networkTexts,
  deviceTexts,
  scanCodeTexts,
  otherProgramsTexts,
  shareImageTexts,
  systemTexts,
  addressBookTexts,
  customerServiceTexts,
  locationTexts,
  mediaTexts,
  paymentTexts,
  phoneNumberTexts,
  privacyTexts,
  settingTexts,
  subscribeMessageTexts,
]
