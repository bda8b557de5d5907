import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { chromium, type Browser } from 'playwright-core'

const FLAGS = [
  '--headless',
  '--no-sandbox', // root in a container has no other way
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage', // a container's /dev/shm is often too small for a large canvas
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin']
const PLACES = [
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** A browser that could be started: the executable, and what its process needs around it. */
interface Candidate {
  readonly path: string
  readonly env: Readonly<Record<string, string>>
}

/**
 * Starts a headless Chromium: the system's own where there is one, else the one from npm, unpacked once to the
 * temporary folder (about 210 MB, 3 s). Close it when done.
 * @throws with every attempt and what to install, when none starts. A test must not skip instead.
 */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = []
  for (const find of [...systemBrowsers().map((path) => async () => ({ path, env: {} })), bundledBrowser]) {
    try {
      const { path, env } = await find()
      return await chromium.launch({ executablePath: path, args: FLAGS, env: { ...process.env, ...env } })
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error))
    }
  }
  throw new Error(
    `no browser could be started for the browser tests.\n${failures.map((why) => `  - ${why}`).join('\n')}\n` +
      `Install one: 'apt-get install chromium' (Debian), Google Chrome (macOS, Windows), ` +
      `or on Linux x64 run 'pnpm install', which brings @sparticuz/chromium.`,
  )
}

function systemBrowsers(): string[] {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...FOLDERS]
  const named = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...new Set([...named, ...PLACES])].filter((path) => existsSync(path))
}

/**
 * The browser of @sparticuz/chromium. Its own loader is not used: it wants a newer Node, and shares one folder, unlocked, among all processes.
 * That of 143.0.4 is none for this page: of 50 pages with 10,000 cards one stood still for ever, its main thread blocked.
 */
async function bundledBrowser(): Promise<Candidate> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`@sparticuz/chromium is for Linux x64 only; this is ${process.platform} ${process.arch}`)
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')
  const home = await ownFolder(join(tmpdir(), `lineagraph-chromium-153.0.0-${process.getuid?.()}`))
  const path = await once(join(home, 'chromium'), async (target) => {
    await writeFile(target, await decompress(await readFile(join(bin, 'chromium.br'))))
    await chmod(target, 0o755)
  })
  const fonts = await once(join(home, 'fonts'), async (target) => {
    await unpack(join(bin, 'fonts.tar.br'), target)
    await writeFile(join(target, 'fonts.conf'), fontsConf(join(home, 'fonts')))
  })
  const env = { FONTCONFIG_FILE: join(fonts, 'fonts.conf') }
  if (await starts(path, env)) return { path, env }
  const libraries = await once(join(home, 'libraries'), (target) =>
    unpack(join(bin, 'al2023.tar.br'), target),
  )
  const known = process.env['LD_LIBRARY_PATH']
  return { path, env: { ...env, LD_LIBRARY_PATH: [join(libraries, 'lib'), known].filter(Boolean).join(':') } }
}

/** Whether the system has every shared library that the executable wants. */
const starts = (path: string, env: Record<string, string>): Promise<boolean> =>
  promisify(execFile)(path, ['--no-sandbox', '--version'], { env: { ...process.env, ...env } }).then(
    () => true,
    () => false,
  )

/** Makes a folder that nobody else can have filled: what is run from it must be ours. */
async function ownFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  const { uid } = await lstat(path)
  if (uid !== process.getuid?.()) throw new Error(`${path} belongs to another user (${uid}): remove it`)
  return path
}

/** Fills `target` under another name and renames it, so that it is there whole or not at all, whoever comes first. */
async function once(target: string, fill: (path: string) => Promise<void>): Promise<string> {
  if (existsSync(target)) return target
  const draft = `${target}.${process.pid}.${Math.random().toString(36).slice(2)}`
  try {
    await fill(draft)
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
  return target
}

const decompress = promisify(brotliDecompress)

/** Unpacks a brotli'd tar of plain files: the only kind in the package; a fresh machine need not have `tar`. */
async function unpack(archive: string, folder: string): Promise<void> {
  const tar = await decompress(await readFile(archive))
  const text = (at: number, length: number): string =>
    tar.toString('latin1', at, at + length).replace(/\0[^]*$/, '')
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = parseInt(text(at + 124, 12), 8)
    const target = join(folder, text(at, 100))
    if (text(at + 156, 1) === '0') {
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, tar.subarray(at + 512, at + 512 + size), { mode: 0o755 })
    }
    at += 512 + Math.ceil(size / 512) * 512
  }
}

/** Text comes out alike on every machine: the package's font first, the system's only for what that one lacks. */
const fontsConf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
${[
  ...['sans-serif', 'system-ui', 'Arial', 'Helvetica'].map((name) => [name, 'Open Sans']),
  ...['DejaVu Sans Mono', 'Liberation Mono'].map((font) => ['monospace', font]),
]
  .map(([name, font]) => `  <alias><family>${name}</family><prefer><family>${font}</family></prefer></alias>`)
  .join('\n')}
</fontconfig>
`
