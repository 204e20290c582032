import { type ApiContext, type ApiTable, asyncApi } from '../api-context'
import { natives } from '../natives'

/** What `wx` tells about the device, the window, the host and the program. Everything answers from `environment`. */
export function createSystemInfoApis(context: ApiContext): ApiTable {
  const systemInfo = () => describeSystem(context)
  return {
    getSystemInfoSync: systemInfo,
    getSystemInfo: asyncApi(context, 'getSystemInfo', systemInfo),
    getSystemInfoAsync: asyncApi(context, 'getSystemInfoAsync', systemInfo),
    getWindowInfo: () => describeWindow(context),
    getDeviceInfo: () => describeDevice(context),
    getAppBaseInfo: () => describeAppBase(context),
    getSystemSetting: () => describeSystemSetting(context),
    getAppAuthorizeSetting: () => describeAuthorization(context),
    getSkylineInfoSync: () => ({ ...NO_SKYLINE }),
    getSkylineInfo: asyncApi(context, 'getSkylineInfo', () => NO_SKYLINE),
    getMenuButtonBoundingClientRect: () => ({ ...context.environment.menuButton }),
    /** The nearest thing to the system's own screen is the container's list of permissions. */
    openAppAuthorizeSetting: asyncApi(context, 'openAppAuthorizeSetting', async () => {
      await context.call('openSetting', {})
    }),
    getRendererUserAgent: getRendererUserAgent(context),
    getDeviceBenchmarkInfo: asyncApi(context, 'getDeviceBenchmarkInfo', () => ({
      benchmarkLevel: BENCHMARK_LEVEL,
      modelLevel: 0,
    })),
  }
}

/** As simulators answer: not measured. */
const BENCHMARK_LEVEL = -1
const NO_SKYLINE = { isSupported: false, version: '', reason: 'client not supported' }

function describeWindow({ environment }: ApiContext) {
  return {
    pixelRatio: environment.pixelRatio,
    screenWidth: environment.screenWidth,
    screenHeight: environment.screenHeight,
    windowWidth: environment.windowWidth,
    windowHeight: environment.windowHeight,
    statusBarHeight: environment.statusBarHeight,
    safeArea: { ...environment.safeArea },
    screenTop: Math.max(0, environment.screenHeight - environment.windowHeight),
  }
}

function describeDevice({ environment }: ApiContext) {
  return {
    abi: '',
    deviceAbi: '',
    benchmarkLevel: BENCHMARK_LEVEL,
    brand: environment.brand,
    model: environment.model,
    system: environment.system,
    platform: environment.platform,
    cpuType: 'unknown',
    memorySize: '',
  }
}

function describeAppBase({ environment, program }: ApiContext) {
  return {
    SDKVersion: environment.sdkVersion,
    enableDebug: program.manifest.app.debug,
    fontSizeScaleFactor: environment.fontSizeSetting / 16,
    fontSizeSetting: environment.fontSizeSetting,
    host: { env: environment.hostName, appId: '', version: environment.hostVersion },
    language: environment.language,
    version: environment.hostVersion,
    ...themeOf({ environment, program }),
  }
}

/** The theme is told only to programs that declare `darkmode`. */
function themeOf({ environment, program }: Pick<ApiContext, 'environment' | 'program'>) {
  return program.manifest.app.darkmode ? { theme: environment.theme } : {}
}

function describeSystemSetting({ environment }: ApiContext) {
  return {
    bluetoothEnabled: false,
    locationEnabled: true,
    wifiEnabled: environment.networkType === 'wifi',
    deviceOrientation: environment.deviceOrientation,
  }
}

type Authorization = 'authorized' | 'denied' | 'not determined'

function describeAuthorization({ environment }: ApiContext) {
  const decided = (scope: string): Authorization => {
    const answer = Object.hasOwn(environment.authSetting, scope) ? environment.authSetting[scope] : undefined
    if (answer === undefined) return 'not determined'
    return answer ? 'authorized' : 'denied'
  }
  const notifications: Authorization = 'not determined'
  return {
    albumAuthorized: 'authorized' as Authorization,
    bluetoothAuthorized: decided('scope.bluetooth'),
    cameraAuthorized: decided('scope.camera'),
    locationAuthorized: decided('scope.userLocation'),
    locationReducedAccuracy: false,
    microphoneAuthorized: decided('scope.record'),
    notificationAuthorized: notifications,
    notificationAlertAuthorized: notifications,
    notificationBadgeAuthorized: notifications,
    notificationSoundAuthorized: notifications,
    phoneCalendarAuthorized: decided('scope.addPhoneCalendar'),
  }
}

function describeSystem(context: ApiContext) {
  const { screenTop: _, ...window } = describeWindow(context)
  const { fontSizeScaleFactor: __, ...appBase } = describeAppBase(context)
  const { brand, model, system, platform, benchmarkLevel } = describeDevice(context)
  const authorization = describeAuthorization(context)
  const granted = (answer: Authorization | boolean) => answer === 'authorized'
  return {
    ...window,
    ...appBase,
    ...describeSystemSetting(context),
    brand,
    model,
    system,
    platform,
    benchmarkLevel,
    albumAuthorized: granted(authorization.albumAuthorized),
    cameraAuthorized: granted(authorization.cameraAuthorized),
    locationAuthorized: granted(authorization.locationAuthorized),
    locationReducedAccuracy: false,
    microphoneAuthorized: granted(authorization.microphoneAuthorized),
    notificationAuthorized: granted(authorization.notificationAuthorized),
    notificationAlertAuthorized: granted(authorization.notificationAlertAuthorized),
    notificationBadgeAuthorized: granted(authorization.notificationBadgeAuthorized),
    notificationSoundAuthorized: granted(authorization.notificationSoundAuthorized),
    phoneCalendarAuthorized: granted(authorization.phoneCalendarAuthorized),
  }
}

/** Documented as a promise of the text itself; with callbacks the text is in `userAgent`. */
function getRendererUserAgent(context: ApiContext) {
  const withCallbacks = asyncApi(context, 'getRendererUserAgent', () => ({ userAgent: natives.userAgent }))
  return (options?: Parameters<typeof withCallbacks>[0]) =>
    withCallbacks(options)?.then((result) => (result as { userAgent: string }).userAgent)
}
