import { features } from '../late-parts/features'
import { startViewScripts } from '../view-scripts/start-view-scripts'

features.createViewScripts = startViewScripts()
