import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CONFIG_FILE } from '../check/config-file.ts'

/**
 * The configuration of what lies at a path: the nearest `lineagraph.config.json` in it or in a folder above. The root of a repository is
 * the last folder that is looked into. Undefined where there is none.
 * @example
 * ```ts
 * const file = findConfig('out/') // undefined where there is none
 * ```
 */
export function findConfig(path: string): string | undefined {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const file = join(folder, CONFIG_FILE)
    if (isThere(file)) return file
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return undefined
  }
}

function isThere(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
  } catch {
    return false // what stands above it is a file, or a folder that nothing below can be read in either
  }
}
