import { AudioElement } from '../components/audio/audio'
import { VideoElement } from '../components/video/video'

AudioElement.define()
VideoElement.define()
