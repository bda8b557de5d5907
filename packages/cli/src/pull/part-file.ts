import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import type { WholeTarget } from '../input/find-targets.ts'
import { UsageError } from '../input/usage-error.ts'
import { writing } from '../input/write-error.ts'
import { writeText } from '../input/write-text.ts'
import { isObject } from './read-page.ts'

/** What has been counted until now. */
export interface Counts {
  readonly pages: number
  readonly tables: number
  /** The same line again: passed over. */
  readonly repeats: number
  /** Without a title: passed over. */
  readonly nameless: number
  /** With a schema or a database that is no text. */
  readonly partial: number
}

const NONE: Counts = { pages: 0, tables: 0, repeats: 0, nameless: 0, partial: 0 }

/** How far a pull came. It stands beside the part, and is replaced after each page. */
interface State {
  readonly version: 1
  /** The first page, with its filters: another request is another pull. */
  readonly from: string
  /** Tells another key, by a hash that says nothing of the key. */
  readonly salt: string
  readonly keyHash: string
  readonly begun: string
  readonly next: string | null
  /** Of the part; what stands behind is of a page that was not whole. */
  readonly bytes: number
  readonly counts: Counts
}

/** What is asked for: a part of anything else is none of ours. */
export interface Request {
  readonly from: string
  readonly key: string
}

const PIECE = 1 << 20

/**
 * A catalog that grows page by page in `FILE.part`, with how far it came in `FILE.part-state`, so that an interrupted pull goes on where
 * it was. FILE itself appears when all is there. Each step throws UsageError where the system refuses.
 */
export class PartFile {
  readonly #target: WholeTarget
  readonly #path: string
  readonly #statePath: string
  /** Not open before there is a page: a pull that fails at once leaves the part of another one. */
  #handle: number | undefined
  /** Of the lines that are there: 12 bytes of a hash each, as text. */
  readonly #lines = new Set<string>()
  #state: State
  /** Whether a part was there that could not be gone on with, and was not meant to go. */
  readonly hasReplaced: boolean

  /** Goes on with the part that is there if it is one of this request; else, or if `restart` says so, begins anew with the first page. */
  constructor(target: WholeTarget, request: Request, restart: boolean) {
    this.#target = target
    this.#path = `${target.path}.part`
    this.#statePath = `${target.path}.part-state`
    const size = statSync(this.#path, { throwIfNoEntry: false })?.size
    const known = restart ? undefined : this.#readState(request)
    const canGoOn = known !== undefined && size !== undefined && size >= known.bytes
    this.#state = canGoOn ? known : begin(request)
    this.hasReplaced = size !== undefined && !restart && !canGoOn
    if (canGoOn) this.#goOn(known.bytes)
  }

  get counts(): Counts {
    return this.#state.counts
  }

  get begun(): string {
    return this.#state.begun
  }

  /** The page to ask for; null where all are there. */
  get next(): string | null {
    return this.#state.next
  }

  /** Whether a line is there already; from now on it is. */
  isRepeat(line: string): boolean {
    const before = this.#lines.size
    this.#lines.add(hashOf(line))
    return this.#lines.size === before
  }

  /** Adds the lines of a page, and remembers which one follows. */
  addPage(
    lines: readonly string[],
    next: string | null,
    { repeats, nameless, partial }: Omit<Counts, 'pages' | 'tables'>,
  ): void {
    const { counts, bytes } = this.#state
    const handle = (this.#handle ??= this.#open('w+'))
    if (this.#writing(() => fstatSync(handle).size) !== bytes)
      throw new UsageError(
        `somebody else writes into '${this.#target.given}.part'`,
        'let one pull at a time write a file, or give each its own',
      )
    const text = Buffer.from(lines.map((line) => `${line}\n`).join(''))
    this.#writing(() => writeText(handle, text))
    this.#state = {
      ...this.#state,
      next,
      bytes: bytes + text.length,
      counts: {
        pages: counts.pages + 1,
        tables: counts.tables + lines.length,
        repeats: counts.repeats + repeats,
        nameless: counts.nameless + nameless,
        partial: counts.partial + partial,
      },
    }
    this.#writeState()
  }

  /** Puts the catalog in its place. */
  keep(): void {
    this.close()
    this.#writing(() => renameSync(this.#path, this.#target.path))
    rmSync(this.#statePath, { force: true })
  }

  /** Leaves the part where it is, for the next time. */
  close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle)
    this.#handle = undefined
  }

  #readState({ from, key }: Request): State | undefined {
    try {
      const state: unknown = JSON.parse(readFileSync(this.#statePath, 'utf8'))
      return isState(state) && state.from === from && state.keyHash === keyHash(key, state.salt)
        ? state
        : undefined
    } catch {
      return undefined // none is there, or it is broken
    }
  }

  #writeState(): void {
    const beside = `${this.#statePath}-${process.pid}`
    this.#writing(() => {
      writeFileSync(beside, JSON.stringify(this.#state), { mode: 0o600 })
      renameSync(beside, this.#statePath)
    })
  }

  #open(flags: string): number {
    return this.#writing(() => openSync(this.#path, flags, this.#target.mode))
  }

  /** Reads the lines that are there, and leaves the handle behind the last one. */
  #goOn(bytes: number): void {
    const handle = (this.#handle = this.#open('r+'))
    this.#writing(() => ftruncateSync(handle, bytes))
    const piece = Buffer.alloc(PIECE)
    let rest = Buffer.alloc(0)
    for (let at = 0; at < bytes;) {
      const read = this.#writing(() => readSync(handle, piece, 0, PIECE, null))
      if (read === 0) return
      at += read
      const text = Buffer.concat([rest, piece.subarray(0, read)])
      const end = text.lastIndexOf(LF) + 1
      for (const line of text.toString('utf8', 0, end).split('\n'))
        if (line !== '') this.#lines.add(hashOf(line))
      rest = text.subarray(end)
    }
  }

  #writing<T>(act: () => T): T {
    return writing(`'${this.#target.given}.part'`, act)
  }
}

const LF = 10

function begin({ from, key }: Request): State {
  const salt = randomBytes(16).toString('hex')
  const begun = new Date().toISOString()
  return { version: 1, from, salt, keyHash: keyHash(key, salt), begun, next: from, bytes: 0, counts: NONE }
}

/** Enough to tell keys apart, too little to find one by. */
const keyHash = (key: string, salt: string): string =>
  createHash('sha256').update(`${salt}\0${key}`).digest('hex').slice(0, 8)

const hashOf = (line: string): string => createHash('sha256').update(line).digest().toString('latin1', 0, 12)

const isState = (json: unknown): json is State =>
  isObject(json) &&
  json['version'] === 1 &&
  ['from', 'salt', 'keyHash', 'begun'].every((name) => typeof json[name] === 'string') &&
  (json['next'] === null || (typeof json['next'] === 'string' && URL.canParse(json['next']))) &&
  Number.isSafeInteger(json['bytes']) &&
  isObject(json['counts']) &&
  Object.keys(NONE).every((name) => isObject(json['counts']) && Number.isSafeInteger(json['counts'][name]))
