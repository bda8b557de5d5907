import { basename, dirname, resolve } from 'node:path'
import { STANDARD_INPUT } from '@lineagraph/core/node'

/** What the page calls a run: the last two parts of its path, since many lie in a folder called `run` or `out`. */
export function runName([first = '.', ...others]: readonly string[]): string {
  const path = resolve(first)
  const name = first === STANDARD_INPUT ? 'standard input' : `${basename(dirname(path))}/${basename(path)}`
  return others.length === 0 ? name : `${name} and ${others.length} more`
}
