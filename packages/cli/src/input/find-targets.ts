import {
  accessSync,
  closeSync,
  constants,
  openSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import type { Output } from './parse-options.ts'
import { UsageError } from './usage-error.ts'
import { writing } from './write-error.ts'

/** Where a text goes. */
export type Target =
  | { readonly kind: 'standard output' }
  /** A device, a pipe, an open descriptor: written as it stands. */
  | { readonly kind: 'direct'; readonly given: string; readonly path: string }
  | WholeTarget

/** A file, links followed: written beside, then renamed. `mode` is that of the file that it replaces. */
export interface WholeTarget {
  readonly kind: 'whole'
  readonly given: string
  readonly path: string
  readonly mode: number
}

const STANDARD_OUTPUT = new Set(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'])
const DESCRIPTOR = /^\/(dev\/(stderr|fd\/\d+)|proc\/[^/]+\/fd\/\d+)$/
const NEW_FILE = 0o666 // less the umask

/**
 * Finds out where each output goes, and whether it can go there: asked before a run is read, which may take long.
 * Throws UsageError where one cannot be written, or where two go to one place.
 */
export function findTargets<Format extends string>(
  outputs: readonly Output<Format>[],
): { readonly format: Format; readonly target: Target }[] {
  const found = outputs.map(({ format, file }) => ({ format, target: findTarget(file) }))
  const taken = new Set<string>()
  for (const { target } of found) {
    const place = target.kind === 'standard output' ? '' : target.path
    if (taken.has(place))
      throw new UsageError(
        target.kind === 'standard output'
          ? 'two formats go to standard output'
          : `two outputs go to '${target.given}'`,
        'give each a file of its own: -f json:FILE',
      )
    taken.add(place)
  }
  return found
}

/** The same of one output; standard output where no file is given, and for `-`, as `-` is standard input. */
export function findTarget(given: string | undefined): Target {
  if (given === undefined || given === '-' || STANDARD_OUTPUT.has(resolve(given)))
    return { kind: 'standard output' }
  return writing(`'${given}'`, () => {
    const known = statSync(given, { throwIfNoEntry: false })
    if (known?.isDirectory() || given.endsWith('/') || given.endsWith(sep))
      throw new UsageError(`'${given}' is a folder`, 'name a file in it')
    if (known !== undefined) accessSync(given, constants.W_OK)
    if (known !== undefined && (!known.isFile() || DESCRIPTOR.test(resolve(given))))
      return { kind: 'direct', given, path: resolve(given) }
    const path = realTarget(given)
    const probe = besideOf(path)
    closeSync(openSync(probe, 'wx'))
    rmSync(probe)
    return { kind: 'whole', given, path, mode: known === undefined ? NEW_FILE : known.mode & 0o777 }
  })
}

/** A name beside a file that nobody else has: in a container, every process may have the same number. */
export const besideOf = (path: string): string =>
  join(dirname(path), `.lineagraph-${crypto.randomUUID()}.part`)

/** The path behind all links, also where the last one leads to a file that is not there yet. */
function realTarget(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const real = join(realpathSync(dirname(path)), basename(path))
  let link: string
  try {
    link = readlinkSync(real)
  } catch {
    return real
  }
  return realTarget(resolve(dirname(real), link)) // a circle of links was refused by realpath
}
