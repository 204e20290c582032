import { spawn } from 'node:child_process'

/** Opens a URL in the user's browser. Does nothing where there is no screen, as on a server or in CI. */
export function openInBrowser(url: string): void {
  const { platform, env, stdout } = process
  if (!stdout.isTTY || env.CI) return
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return
  const [command, args] =
    platform === 'darwin'
      ? ['open', [url]]
      : platform === 'win32'
        ? ['cmd', ['/c', 'start', '""', url.replaceAll('&', '^&')]]
        : ['xdg-open', [url]]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {}) // The URL is printed as well.
  child.unref()
}
