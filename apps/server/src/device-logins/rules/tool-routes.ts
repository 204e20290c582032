/**
 * All that a tool may do in the name of whoever signed it in: upload and try, nothing that the console guards. Whatever
 * is not here is refused, what comes later too.
 */
export const TOOL_ROUTES: ReadonlySet<string> = new Set([
  'GET /api/session',
  'GET /api/programs',
  'GET /api/programs/:appId',
  'POST /api/programs/:appId/versions',
  'GET /api/programs/:appId/versions',
  'GET /api/programs/:appId/versions/:id',
  'DELETE /api/device-tokens/current',
])
