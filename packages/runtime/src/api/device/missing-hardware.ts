import { type ApiContext, ApiError, type ApiTable, asyncApi } from '../api-context'
import { createListenerApis, sameNamed } from '../listener-apis'

/**
 * Hardware that browsers do not give to pages: Bluetooth, beacons, NFC, Wi-Fi, fingerprints. The APIs answer as they
 * do on a phone without it, with the documented error codes, so that programs show what they show there.
 */
export function createMissingHardwareApis(context: ApiContext): ApiTable {
  const table: ApiTable = {}
  for (const { names, errCode, message } of FAILURES) {
    for (const name of names) {
      table[name] = asyncApi(context, name, () => {
        throw new ApiError({ message, extra: { errCode } })
      })
    }
  }
  return {
    ...table,
    ...createListenerApis(context, sameNamed(EVENTS)),
    // Nothing was opened, so there is nothing left to close.
    closeBluetoothAdapter: asyncApi(context, 'closeBluetoothAdapter', () => ({ errCode: 0 })),
    stopWifi: asyncApi(context, 'stopWifi', () => ({ errCode: 0 })),
    checkIsSupportSoterAuthentication: asyncApi(context, 'checkIsSupportSoterAuthentication', () => ({
      supportMode: [],
    })),
    checkIsSoterEnrolledInDevice: asyncApi(context, 'checkIsSoterEnrolledInDevice', () => ({
      isEnrolled: false,
    })),
    getNFCAdapter: () => createNfcAdapter(context),
  }
}

const FAILURES: readonly { names: readonly string[]; errCode: number; message: string }[] = [
  {
    names: ['openBluetoothAdapter', 'createBLEPeripheralServer'],
    errCode: 10001,
    message: 'not available',
  },
  {
    names: [
      'getBluetoothAdapterState',
      'startBluetoothDevicesDiscovery',
      'stopBluetoothDevicesDiscovery',
      'getBluetoothDevices',
      'getConnectedBluetoothDevices',
      'makeBluetoothPair',
      'isBluetoothDevicePaired',
      'createBLEConnection',
      'closeBLEConnection',
      'getBLEDeviceServices',
      'getBLEDeviceCharacteristics',
      'getBLEDeviceRSSI',
      'getBLEMTU',
      'setBLEMTU',
      'readBLECharacteristicValue',
      'writeBLECharacteristicValue',
      'notifyBLECharacteristicValueChange',
    ],
    errCode: 10000,
    message: 'not init',
  },
  { names: ['startBeaconDiscovery'], errCode: 11000, message: 'unsupport' },
  { names: ['stopBeaconDiscovery', 'getBeacons'], errCode: 11005, message: 'not started' },
  { names: ['startWifi'], errCode: 12001, message: 'system not support' },
  {
    names: ['connectWifi', 'getWifiList', 'setWifiList', 'getConnectedWifi'],
    errCode: 12000,
    message: 'not init',
  },
  {
    names: ['getHCEState', 'startHCE', 'stopHCE', 'sendHCEMessage'],
    errCode: 13000,
    message: 'the device does not support NFC',
  },
  { names: ['startSoterAuthentication'], errCode: 90001, message: 'not support' },
  { names: ['checkIsSupportFacialRecognition'], errCode: 10002, message: 'not support' },
]

const EVENTS = [
  'BluetoothAdapterStateChange',
  'BluetoothDeviceFound',
  'BLEConnectionStateChange',
  'BLECharacteristicValueChange',
  'BLEMTUChange',
  'BLEPeripheralConnectionStateChanged',
  'BeaconUpdate',
  'BeaconServiceChange',
  'WifiConnected',
  'WifiConnectedWithPartialInfo',
  'GetWifiList',
  'HCEMessage',
]

const NFC_TAGS = ['IsoDep', 'MifareClassic', 'MifareUltralight', 'Ndef', 'NfcA', 'NfcB', 'NfcF', 'NfcV']

function createNfcAdapter(context: ApiContext): Record<string, unknown> {
  const failing = (name: string) =>
    asyncApi(context, name, () => {
      throw new ApiError({ message: 'the device does not support NFC', extra: { errCode: 13000 } })
    })
  const tag = () =>
    Object.fromEntries(
      ['connect', 'close', 'isConnected', 'transceive', 'getMaxTransceiveLength', 'setTimeout'].map(
        (name) => [name, failing(name)],
      ),
    )
  return {
    startDiscovery: failing('startDiscovery'),
    stopDiscovery: failing('stopDiscovery'),
    onDiscovered: () => undefined,
    offDiscovered: () => undefined,
    ...Object.fromEntries(NFC_TAGS.map((name) => [`get${name}`, tag])),
    tech: Object.fromEntries(NFC_TAGS.map((name) => [name.charAt(0).toLowerCase() + name.slice(1), name])),
  }
}
