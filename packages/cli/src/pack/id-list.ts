import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { ConfigError, isJsonObject, visible } from '@lineagraph/core'
import { PathError } from '@lineagraph/core/node'
import type { PackedId } from './packed-id.ts'

/** Lies beside the packed files. A name of its own, so that no folder is read with it as a run. */
export const ID_LIST = 'lineagraph.ids.ndjson'

/** The version of the form: it grows when a field changes its meaning or goes. */
const FORM = 1

/** The text of a list of ids, an id a line and in their order: the same resources give the same bytes. */
export function* idListText(ids: readonly PackedId[]): Generator<string> {
  yield `${JSON.stringify({ version: FORM })}\n`
  for (const { id, type, mark } of [...ids].sort(byId)) yield `${JSON.stringify({ id, type, mark })}\n`
}

/**
 * Reads the list of the last pack.
 * @returns what it knows, by id; undefined where there is none. Rejects with ConfigError where it is no such list, with PathError where it
 * cannot be read.
 */
export async function readIdList(file: string): Promise<ReadonlyMap<string, PackedId> | undefined> {
  if (!existsSync(file)) return undefined
  const ids = new Map<string, PackedId>()
  let line = 0
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      line += 1
      if (line === 1) mustBeOurs(text, file)
      else if (text !== '') {
        const read = readEntry(text)
        if (read === undefined) throw faulty('this is no line of a list of ids', `${file}:${line}`)
        ids.set(read.id, read)
      }
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error
    throw new PathError(file, `'${file}' cannot be read (${error.code})`, 'look at it and its permissions')
  }
  if (line === 0) throw faulty('this list of ids is empty', file)
  return ids
}

function mustBeOurs(text: string, file: string): void {
  const json = parse(text)
  const version = isJsonObject(json) ? json['version'] : undefined
  if (typeof version !== 'number') throw faulty('this is no list of ids', `${file}:1`)
  if (version > FORM)
    throw new ConfigError(
      `this list of ids has the form ${version}, and this lineagraph knows none above ${FORM}`,
      'use the lineagraph that wrote it, or a later one',
      `${visible(file)}:1`,
    )
}

function readEntry(text: string): PackedId | undefined {
  const json = parse(text)
  if (!isJsonObject(json)) return undefined
  const { id, type, mark } = json
  return typeof id === 'string' && typeof type === 'string' && typeof mark === 'string'
    ? { id, type, mark }
    : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const faulty = (what: string, where: string): ConfigError =>
  new ConfigError(
    what,
    'get back the one that the last pack wrote, or remove it: then the next pack compares with nothing',
    visible(where),
  )

const byId = ({ id: one }: PackedId, { id: other }: PackedId): number =>
  one < other ? -1 : one > other ? 1 : 0
