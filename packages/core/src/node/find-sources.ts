import { createReadStream } from 'node:fs'
import { compareBytes } from '../read/compare-bytes.ts'
import type { Source } from '../read/source.ts'
import { fileSource } from './file-source.ts'
import { identityOf, statusOf } from './path-status.ts'
import { withSlashes } from './paths.ts'
import { ReadAgain } from './read-again.ts'
import type { RecentBlocks } from '../read/recent-blocks.ts'
import { runFilesIn } from './run-files.ts'
import { spooledSource } from './spooled-source.ts'
import { STANDARD_INPUT, standardInput, standardInputIdentity } from './standard-input.ts'
import { unpackedSource } from './unpacked-source.ts'

/** One way to a file, a pipe or standard input; there may be others to the same. */
export interface Way {
  readonly name: string
  /** Given by itself, not found in a folder that was given. */
  readonly named: boolean
  /** Of what it leads to. */
  readonly identity: string
  readonly source: (blocks: RecentBlocks) => Source
}

/**
 * The files of one run. A folder is its `*.jsonl` files and Secoda's upload CSV, compressed by gzip or not, and not those of folders
 * in it; `-` is standard input.
 * @param paths files, pipes and folders; findings name them as they are given, with `/` between folders and no `./` at the head.
 * @returns each file once, whatever leads to it, under the smallest of its names. Throws PathError where a path is not there.
 * @example
 * ```ts
 * const run = await readRun(findSources(['out/']))
 * ```
 */
export const findSources = (paths: readonly string[]): Source[] =>
  sourcesOf(distinct(paths.flatMap((path) => waysOf(path))).values(), new ReadAgain())

/** One way to each thing, by its identity: the one with the smallest name. */
export function distinct(ways: readonly Way[]): Map<string, Way> {
  const known = new Map<string, Way>()
  for (const way of ways) {
    const other = known.get(way.identity) ?? way
    const smaller = compareBytes(way.name, other.name) < 0 ? way : other
    known.set(way.identity, { ...smaller, named: way.named || other.named })
  }
  return known
}

/** What the ways lead to. */
export const sourcesOf = (ways: Iterable<Way>, { blocks, spool }: ReadAgain): Source[] =>
  [...ways].map(({ source }) => unpackedSource(source(blocks), spool))

/**
 * The ways to a path: one, or those to the files of a folder.
 * @param filesIn the names of the files of a folder that are meant.
 */
export function waysOf(path: string, filesIn: (folder: string) => string[] = runFilesIn): Way[] {
  if (path === STANDARD_INPUT) {
    const source = standardInput()
    return [{ name: source.name, named: true, identity: standardInputIdentity(), source: () => source }]
  }
  if (!statusOf(path).isDirectory()) return [wayTo(path, true)]
  const folder = withSlashes(path).replace(/\/+$/, '')
  return filesIn(path).map((name) => wayTo(`${folder}/${name}`, false))
}

/** The way to what is no folder. What is no regular file either (a pipe, a device) comes only once. */
function wayTo(path: string, named: boolean): Way {
  const status = statusOf(path)
  const name = nameOf(path)
  const identity = identityOf(path, status)
  if (status.isFile()) return { name, named, identity, source: (blocks) => fileSource(path, name, blocks) }
  // standard input may be a socket, which has no path to open
  const open = (): AsyncIterable<Uint8Array> =>
    identity === standardInputIdentity() ? process.stdin : createReadStream(path)
  return { name, named, identity, source: () => spooledSource(name, open, { printed: false }) }
}

/** How findings call the file at a path: as it was given, with `/` between folders and no `./` at the head. */
export const nameOf = (path: string): string => withSlashes(path).replace(/^(\.\/+)+/, '')
