import { createReadStream } from 'node:fs'
import { sep } from 'node:path'
import { compareBytes } from '../read/compare-bytes.ts'
import type { Source } from '../read/source.ts'
import { fileSource } from './file-source.ts'
import { identityOf, statusOf } from './path-status.ts'
import { RecentBlocks } from './recent-blocks.ts'
import { runFilesIn } from './run-files.ts'
import { Spool } from './spool.ts'
import { spooledSource } from './spooled-source.ts'
import { STANDARD_INPUT, standardInputIdentity } from './standard-input.ts'
import { unpackedSource } from './unpacked-source.ts'

/** One way to a file, a pipe or standard input; there may be others to the same. */
interface Way {
  readonly name: string
  /** Of what it leads to. */
  readonly identity: string
  readonly source: (blocks: RecentBlocks) => Source
}

/**
 * The files of one run. A folder is its `*.jsonl` files and Secoda's upload CSV, compressed by gzip or not, and not those of folders
 * in it; `-` is standard input.
 * @param paths files, pipes and folders; findings name them as they are given, with `/` between folders and no `./` at the head.
 * @returns each file once, whatever leads to it, under the smallest of its names. Throws PathError where a path is not there.
 */
export function findSources(paths: readonly string[]): Source[] {
  const ways = new Map<string, Way>()
  for (const way of paths.flatMap(waysOf)) {
    const known = ways.get(way.identity)
    if (known === undefined || compareBytes(way.name, known.name) < 0) ways.set(way.identity, way)
  }
  const blocks = new RecentBlocks()
  const spool = new Spool()
  return [...ways.values()].map(({ source }) => unpackedSource(source(blocks), spool))
}

function waysOf(path: string): Way[] {
  if (path === STANDARD_INPUT) {
    const source = (): Source => spooledSource('<stdin>', () => process.stdin, { printed: true })
    return [{ name: '<stdin>', identity: standardInputIdentity(), source }]
  }
  if (!statusOf(path).isDirectory()) return [wayTo(path)]
  const folder = withSlashes(path).replace(/\/+$/, '')
  return runFilesIn(path).map((name) => wayTo(`${folder}/${name}`))
}

/** The way to what is no folder. What is no regular file either (a pipe, a device) comes only once. */
function wayTo(path: string): Way {
  const status = statusOf(path)
  const name = nameOf(path)
  const identity = identityOf(path, status)
  if (status.isFile()) return { name, identity, source: (blocks) => fileSource(path, name, blocks) }
  // standard input may be a socket, which has no path to open
  const open = (): AsyncIterable<Uint8Array> =>
    identity === standardInputIdentity() ? process.stdin : createReadStream(path)
  return { name, identity, source: () => spooledSource(name, open, { printed: false }) }
}

/** How findings call the file at a path: as it was given, with `/` between folders and no `./` at the head. */
export const nameOf = (path: string): string => withSlashes(path).replace(/^(\.\/+)+/, '')

const withSlashes = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path)
