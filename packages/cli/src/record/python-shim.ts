import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import source from './sitecustomize.py?raw'

/** What the shim noted of an integration in Python. Names and places, never values. */
export type Fact =
  | { readonly kind: 'host'; readonly origin: string }
  | { readonly kind: 'key'; readonly name: string }
  | {
      readonly kind: 'around'
      readonly library: string
      readonly file: string
      readonly line: number
      /** A host, as an origin where that is known; empty where nothing is. */
      readonly to: string
    }

/**
 * A folder with a `sitecustomize` that Python loads before the integration. All commands get it, since one that is no Python may start
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

  /** What was noted until now. */
  facts(): Fact[] {
    if (this.#folder === undefined) return []
    let text: string
    try {
      text = readFileSync(join(this.#folder, 'facts.jsonl'), 'utf8')
    } catch {
      return [] // no integration in Python has run
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
    writeFileSync(join(folder, 'sitecustomize.py'), source)
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
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  const has = (name: string, type: string): boolean => typeof Reflect.get(value, name) === type
  if (value.kind === 'host') return has('origin', 'string')
  if (value.kind === 'key') return has('name', 'string')
  return (
    value.kind === 'around' &&
    ['library', 'file', 'to'].every((name) => has(name, 'string')) &&
    has('line', 'number')
  )
}
