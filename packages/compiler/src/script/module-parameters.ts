/** Parameters of a `ModuleFactory`, in order. */
export const MODULE_PARAMETERS = ['require', 'module', 'exports'] as const
