import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import followNames from './follow_names.py?raw'
import readCommand from './read_command.py?raw'
import readCredentials from './read_credentials.py?raw'
import sitecustomize from './sitecustomize.py?raw'

/** What the folder holds, by name. */
const FILES = {
  'sitecustomize.py': sitecustomize,
  'read_credentials.py': readCredentials,
  'follow_names.py': followNames,
  'read_command.py': readCommand,
}

/** A line of the author's; of a call in a thread or a task that none of the author's is on the way of, where that was started. */
export interface Place {
  /** Empty where no line is known. */
  readonly file: string
  readonly line: number
}

/** By which way a call comes from its place. */
export type How = 'call' | 'thread' | 'task'

/** What the shim noted of an integration in Python. Names and places, never values. */
export type Fact =
  | { readonly kind: 'host'; readonly origin: string }
  /** A credential that is read, one that was given to the run, and one that the code sets itself. */
  | { readonly kind: 'key' | 'given'; readonly name: string }
  | ({ readonly kind: 'stored'; readonly name: string } & Place)
  /** Where a credential is read by a name that the source does not show, where all are passed on, and where the integration itself is. */
  | ({ readonly kind: 'computed' | 'whole' | 'passed' } & Place)
  /** A class whose source cannot be read. */
  | { readonly kind: 'unseen'; readonly name: string }
  | ({
      readonly kind: 'around'
      readonly how: How
      /** What is asked for, or a connection on the way there. */
      readonly step: 'request' | 'connection'
      readonly library: string
      /** A host, as an origin where that is known; empty where nothing is. */
      readonly to: string
    } & Place)
  | ({ readonly kind: 'command'; readonly how: How; readonly name: string } & Place)

/**
 * A folder with a `sitecustomize` that Python loads before the integration, and what that needs. All commands get it, since one that is no Python may start
 * one (`uv run`, `make`, a script), and it is nothing to the others.
 */
export class PythonShim {
  readonly #folder: string | undefined

  constructor() {
    this.#folder = makeFolder()
  }

  /** What the integration's environment needs, beside ours. */
  environment(ours: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
    if (this.#folder === undefined) return {}
    const path = ours['PYTHONPATH']
    return { PYTHONPATH: path ? this.#folder + delimiter + path : this.#folder }
  }

  /** What was noted until now; undefined where no Python has loaded the shim. */
  facts(): Fact[] | undefined {
    if (this.#folder === undefined) return undefined
    let text: string
    try {
      text = readFileSync(join(this.#folder, 'facts.jsonl'), 'utf8')
    } catch {
      return undefined
    }
    return text.split('\n').flatMap(factOf)
  }

  remove(): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true, maxRetries: 2 })
  }
}

/** Undefined where there is no room for it: a run is worth more than what the shim says of it. */
function makeFolder(): string | undefined {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'lineagraph-python-'))
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text)
    return folder
  } catch {
    return undefined
  }
}

/** The integration shares the folder with the shim, so a line can be anything. */
function factOf(line: string): Fact[] {
  let fact: unknown
  try {
    fact = JSON.parse(line)
  } catch {
    return []
  }
  return isFact(fact) ? [fact] : []
}

function isFact(value: unknown): value is Fact {
  if (typeof value !== 'object' || value === null) return false
  const fields = FIELDS.get(Reflect.get(value, 'kind'))
  return (
    fields !== undefined &&
    Object.entries(fields).every(([name, is]) => {
      const field: unknown = Reflect.get(value, name)
      return Array.isArray(is) ? is.includes(field) : typeof field === is
    })
  )
}

const PLACE = { file: 'string', line: 'number' }
const NAME = { name: 'string' }
const HOW = { how: ['call', 'thread', 'task'] satisfies How[] }

/** Of each kind of fact the types, or the values, of its fields. */
const FIELDS = new Map<unknown, Readonly<Record<string, string | readonly unknown[]>>>([
  ['host', { origin: 'string' }],
  ['key', NAME],
  ['given', NAME],
  ['stored', { ...NAME, ...PLACE }],
  ['computed', PLACE],
  ['whole', PLACE],
  ['passed', PLACE],
  ['unseen', NAME],
  ['around', { library: 'string', to: 'string', step: ['request', 'connection'], ...HOW, ...PLACE }],
  ['command', { ...NAME, ...HOW, ...PLACE }],
])
