import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isRunFile } from '../read/run-file.ts'
import type { Source } from '../read/source.ts'
import { fileSource } from './file-source.ts'
import { pathError } from './path-error.ts'
import { spooledSource } from './spooled-source.ts'

/** Stands for standard input among paths. */
export const STANDARD_INPUT = '-'

/**
 * The files of one run. A folder is its `*.jsonl` files, not those of folders in it; `-` is standard input.
 * @param paths files and folders; findings name them as they are given, with `/` between folders.
 * @returns each file once. Throws PathError where a path is not there.
 */
export function findSources(paths: readonly string[]): Source[] {
  const sources = new Map<string, Source>()
  for (const path of paths) {
    if (path === STANDARD_INPUT) {
      sources.set(path, spooledSource('<stdin>', process.stdin))
      continue
    }
    for (const file of filesAt(path))
      if (!sources.has(resolve(file)))
        sources.set(resolve(file), fileSource(file, file.replaceAll('\\', '/')))
  }
  return [...sources.values()]
}

function filesAt(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [join(path)]
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => isRunFile(entry.name) && !entry.isDirectory())
      .map((entry) => join(path, entry.name))
  } catch (error) {
    throw pathError(path, error)
  }
}
