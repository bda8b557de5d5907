import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isJsonObject, TOOL } from '@lineagraph/core'
import { UsageError } from '../input/usage-error.ts'

/** The packages of lineagraph that a project needs, by name: their tarballs. */
export type Tarballs = ReadonlyMap<string, Uint8Array>

const OUR_NAME = 'lineagraph'
const NAMES = [OUR_NAME, '@lineagraph/core', '@lineagraph/sdk']

/** The name that npm and pnpm give a tarball. */
export const tarballName = (name: string): string =>
  `${name.replace('@', '').replace('/', '-')}-${TOOL.version}.tgz`

/**
 * The packages as this lineagraph came itself, where that was not from a registry: packed out of the checkout that it stands in, or the
 * tarballs beside the one that npm installed it from. Undefined where it came from a registry, which has them then.
 * Throws UsageError where they should be there, and are not.
 */
export function ownPackages(): Tarballs | undefined {
  const folder = ownFolder(dirname(fileURLToPath(import.meta.url)))
  const checkout = join(folder, '../..')
  if (existsSync(join(checkout, 'pnpm-workspace.yaml'))) return packed(checkout)
  const tarball = installedFrom(folder)
  return tarball === undefined ? undefined : readTarballs(dirname(tarball))
}

/** The folder of our own package.json: that of the bundle, and that of the sources, lie in it. */
function ownFolder(inside: string): string {
  for (let folder = inside; ; folder = dirname(folder)) {
    if (readJson(join(folder, 'package.json'))?.['name'] === OUR_NAME) return folder
    if (folder === dirname(folder)) throw new Error(`no package.json of ours is above ${inside}`)
  }
}

function packed(checkout: string): Tarballs {
  for (const name of ['core', 'sdk'])
    if (!existsSync(join(checkout, 'packages', name, 'dist/index.js')))
      throw new UsageError(
        `the checkout '${checkout}' is not built, and the project takes lineagraph's packages from there`,
        `type npx -y pnpm@12 build in it`,
      )
  const folder = mkdtempSync(join(tmpdir(), 'lineagraph-packages-'))
  try {
    const filters = NAMES.flatMap((name) => ['--filter', name])
    const words = ['-y', 'pnpm@12', ...filters, 'pack', '--pack-destination', folder]
    const { status, stdout, stderr } = spawnSync('npx', words, {
      cwd: checkout,
      encoding: 'utf8',
      shell: process.platform === 'win32', // npx is no program there
    })
    if (status !== 0)
      throw new UsageError(
        `lineagraph's packages cannot be packed in the checkout '${checkout}': ${`${stderr ?? ''}${stdout ?? ''}`.trim()}`,
        `look at what npx ${words.slice(0, -1).join(' ')} FOLDER says there`,
      )
    return readTarballs(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The tarball that npm installed a package from, as its own notes say; undefined where that was none, or is gone. */
function installedFrom(folder: string): string | undefined {
  const modules = dirname(folder)
  const packages = readJson(join(modules, '.package-lock.json'))?.['packages']
  const entry = isJsonObject(packages) ? packages[`node_modules/${basename(folder)}`] : undefined
  const resolved = isJsonObject(entry) ? entry['resolved'] : undefined
  if (typeof resolved !== 'string' || !/^file:.*\.tgz$/.test(resolved)) return undefined
  return resolve(dirname(modules), resolved.slice('file:'.length))
}

function readTarballs(folder: string): Tarballs {
  return new Map(
    NAMES.map((name) => {
      const file = join(folder, tarballName(name))
      try {
        return [name, readFileSync(file)]
      } catch {
        throw new UsageError(
          `lineagraph was installed from a file in '${folder}', and '${basename(file)}', which the project needs, is not there`,
          'put it there, or install lineagraph from a registry',
        )
      }
    }),
  )
}

function readJson(file: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isJsonObject(json) ? json : undefined
  } catch {
    return undefined
  }
}
