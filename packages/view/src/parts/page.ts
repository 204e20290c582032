import { AdCustomElement, AdElement } from '../components/ad/ad'
import { defineComponents } from '../components/define-components'
import {
  FunctionalPageNavigatorElement,
  functionalPageNavigatorStyles,
} from '../components/functional-page-navigator/functional-page-navigator'
import {
  KeyboardAccessoryElement,
  keyboardAccessoryStyles,
} from '../components/keyboard-accessory/keyboard-accessory'
import { MatchMediaElement } from '../components/match-media/match-media'
import {
  OfficialAccountElement,
  officialAccountStyles,
} from '../components/official-account/official-account'
import { OpenDataElement } from '../components/open-data/open-data'
import { PageContainerElement, pageContainerStyles } from '../components/page-container/page-container'
import { NavigationBarElement } from '../components/page-meta/navigation-bar'
import { PageMetaElement, pageMetaStyles } from '../components/page-meta/page-meta'
import { RootPortalElement, rootPortalStyles } from '../components/root-portal/root-portal'
import { WebViewElement } from '../components/web-view/web-view'
import { XrSceneElement, xrSceneStyles } from '../components/xr-scene/xr-scene'

WebViewElement.define()
defineComponents({
  ad: [AdElement],
  'ad-custom': [AdCustomElement],
  'functional-page-navigator': [FunctionalPageNavigatorElement, functionalPageNavigatorStyles],
  'keyboard-accessory': [KeyboardAccessoryElement, keyboardAccessoryStyles],
  'match-media': [MatchMediaElement],
  'navigation-bar': [NavigationBarElement],
  'official-account': [OfficialAccountElement, officialAccountStyles],
  'open-data': [OpenDataElement],
  'page-container': [PageContainerElement, pageContainerStyles],
  'page-meta': [PageMetaElement, pageMetaStyles],
  'root-portal': [RootPortalElement, rootPortalStyles],
  'xr-scene': [XrSceneElement, xrSceneStyles],
})
