import { VIEW_PACKAGE_FUNCTION, type ViewPackageFunction, type WxsFactory } from '@sampan/protocol'
import { freezeBuiltInFunctions } from './freeze-built-in-functions'
import { createViewScripts, type ViewScriptParts, type ViewScripts } from './view-scripts'

/** Prepares the frame for the view scripts of the program's packages, which run next and leave their modules here. */
export function startViewScripts(): (parts: ViewScriptParts) => ViewScripts {
  const factories: Record<string, WxsFactory> = Object.create(null) as Record<string, WxsFactory>
  const receive: ViewPackageFunction = (_id, wxs) => void Object.assign(factories, wxs)
  Object.defineProperty(globalThis, VIEW_PACKAGE_FUNCTION, { value: receive })
  freezeBuiltInFunctions()
  return (parts) => createViewScripts(factories, parts)
}
