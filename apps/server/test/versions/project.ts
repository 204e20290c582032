export const APP_ID = 'wx00aa11bb22cc33dd'

/** A small program, `changes` laid over its files. */
export function makeProject(changes: Record<string, string> = {}, appId = APP_ID): Record<string, string> {
  return {
    'project.config.json': JSON.stringify({
      appid: appId,
      projectname: 'Tide',
      setting: { useCompilerPlugins: ['sass'] },
    }),
    'app.json': JSON.stringify({ pages: ['pages/a/a'] }),
    'app.js': 'App({})',
    'pages/a/a.js': 'Page({ data: { n: 1 } })',
    'pages/a/a.wxml': '<view>{{ n }}</view>',
    ...changes,
  }
}
