import { absentServiceElements } from '../components/live/absent-service'
import { CameraElement } from '../components/live/camera'
import { LivePlayerElement } from '../components/live/live-player'
import { LivePusherElement } from '../components/live/live-pusher'

CameraElement.define()
LivePlayerElement.define()
LivePusherElement.define()
absentServiceElements.define()
