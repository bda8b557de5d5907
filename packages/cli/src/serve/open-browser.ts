import { spawn } from 'node:child_process'

/** What opens an address in the browser of whoever sits here; undefined where nobody sees a browser. */
function opener(): readonly [program: string, ...args: string[]] | undefined {
  if (process.platform === 'darwin') return ['open']
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '']
  return process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? ['xdg-open'] : undefined
}

/** Opens an address in the browser, and does not wait for it. Where that fails nothing is said: the address is printed anyway. */
export function openBrowser(address: string): void {
  const [program, ...args] = opener() ?? []
  if (program === undefined) return
  spawn(program, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
