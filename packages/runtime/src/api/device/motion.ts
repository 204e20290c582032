import { type ApiContext, type ApiTable, asyncApi } from '../api-context'
import { readParameters } from '../host-apis'
import { createListenerApis } from '../listener-apis'

type Sensor = 'accelerometer' | 'gyroscope' | 'compass' | 'deviceMotion'

/**
 * Motion sensors. Accelerometer and compass also run while somebody listens, as documented; the other two wait for
 * their start.
 */
export function createMotionApis(context: ApiContext): ApiTable {
  return {
    ...sensorApis(context, 'accelerometer', 'startAccelerometer', 'stopAccelerometer'),
    ...sensorApis(context, 'gyroscope', 'startGyroscope', 'stopGyroscope'),
    ...sensorApis(context, 'compass', 'startCompass', 'stopCompass'),
    ...sensorApis(context, 'deviceMotion', 'startDeviceMotionListening', 'stopDeviceMotionListening'),
    ...createListenerApis(context, {
      AccelerometerChange: { event: 'accelerometerChange', ...whileHeard(context, 'accelerometer') },
      CompassChange: { event: 'compassChange', ...whileHeard(context, 'compass') },
      GyroscopeChange: { event: 'gyroscopeChange' },
      DeviceMotionChange: { event: 'deviceMotionChange' },
    }),
  }
}

function sensorApis(context: ApiContext, sensor: Sensor, start: string, stop: string): ApiTable {
  return {
    [start]: asyncApi(context, start, async (options) => {
      const { interval } = readParameters(options, { interval: 'String?' })
      await context.call('startSensor', { sensor, interval: interval ?? 'normal' })
    }),
    [stop]: asyncApi(context, stop, async () => {
      await context.call('stopSensor', { sensor })
    }),
  }
}

function whileHeard(context: ApiContext, sensor: Sensor) {
  return { start: () => context.notify('startSensor', { sensor, interval: 'normal' }) }
}
