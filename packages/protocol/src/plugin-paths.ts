/** Plugins whose sources came along lie here, each in a folder of its own: `__plugin__/<app id>/`. */
export const PLUGINS_FOLDER = '__plugin__/'

/** A plugin of `app.json` that is in the bundle. Paths start at the program's root and have no leading slash. */
export interface PluginInfo {
  /** With a slash at the end. To the plugin's files this is the root. */
  root: string
  /** What `requirePlugin` answers: a script, with extension. */
  main?: string
  /** Name in `plugin://<plugin>/<name>` → page. */
  pages: Record<string, string>
  /** What `requireMiniProgram` answers: a script of the program, with extension. */
  export?: string
}

/** The folder that a file's absolute paths start at: '' for the program's own files, else that of its plugin. */
export function rootOf(path: string): string {
  if (!path.startsWith(PLUGINS_FOLDER)) return ''
  const end = path.indexOf('/', PLUGINS_FOLDER.length)
  return path.slice(0, end + 1)
}

/** A page address with `plugin://name/page` or `plugin-private://app-id/path` turned into the page's own path. */
export function resolvePluginUrl(url: string, plugins: Record<string, PluginInfo> = {}): string {
  const [, scheme, owner = '', rest = '', query = ''] =
    /^(plugin|plugin-private):\/\/([^/?]+)\/?([^?]*)(.*)$/s.exec(url) ?? []
  if (scheme === undefined) return url
  if (scheme === 'plugin-private') return `/${PLUGINS_FOLDER}${owner}/${rest}${query}`
  const pages = Object.hasOwn(plugins, owner) ? plugins[owner]!.pages : {}
  return Object.hasOwn(pages, rest) ? `/${pages[rest]}${query}` : url
}
