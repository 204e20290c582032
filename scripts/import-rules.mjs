/**
 * Who may import whom. A package that is missing here fails the check: decide where it stands when you add it.
 *
 * `any`, `worker` and `page` packages see no node built-ins. Apps import packages, never each other.
 */
export const PACKAGE_RULES = {
  protocol: { environment: 'any', mayImport: [] },
  'platform-api': { environment: 'any', mayImport: ['protocol'] },
  compiler: {
    environment: 'node',
    mayImport: ['protocol'],
    mayNotImport: /^node:(fs|child_process|net|http)/,
  },
  runtime: { environment: 'worker', mayImport: ['protocol'] },
  view: { environment: 'page', mayImport: ['protocol'] },
  container: { environment: 'page', mayImport: ['protocol'] },
  compliance: { environment: 'any', mayImport: ['protocol'] },
  database: { environment: 'node', mayImport: [] },
  'browser-runtime': { environment: 'node', mayImport: [] },
  'browser-finder': { environment: 'node', mayImport: [] },
  'request-proxy': { environment: 'node', mayImport: ['protocol'] },
  'local-server': { environment: 'node', mayImport: [] },
  'project-folder': { environment: 'node', mayImport: ['compiler'] },
  testing: { environment: 'node', mayImport: 'any package' },
}

export const APP_RULES = {
  cli: { environment: 'node' },
  server: { environment: 'node' },
  superapp: { environment: 'page' },
  simulator: { environment: 'page' },
  console: { environment: 'page' },
}

/** Imported by tests only. */
export const TEST_ONLY = ['testing']
