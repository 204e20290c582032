export {
  ComponentInstance,
  createInstancePrototype,
  elementOf,
  type InstanceServices,
} from './component-instance'
export { isFunction, isRecord, type RawDefinition } from './component-definition'
export { createComponentRegistry, type ComponentRegistry } from './component-registry'
export { createPageTree, type NodeDescription, type PageTree } from './page-tree'
export type { BackendEnvironment } from './backend-environment'
export { resolvePath } from './resolve-path'
export { createTemplateLoader, type TemplateLoader } from './template-loader'
export { onKernelError, onKernelWarning } from './kernel-errors'
