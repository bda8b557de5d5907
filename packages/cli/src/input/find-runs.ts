import { PathError } from '@lineagraph/core/node'
import { isAbsolute, sep } from 'node:path'
import { globSync } from 'tinyglobby'
import { UsageError } from './usage-error.ts'

/**
 * The folders that patterns mean, as their findings are to name them. What is in node_modules, and folders with a dot at the head of their
 * names, have to be named. Throws PathError where a pattern means no folder.
 */
export function findRuns(patterns: readonly string[]): string[] {
  return patterns.flatMap((given) => {
    if (given === '') throw new UsageError('--each names no folder', "write --each 'runs/*'")
    const pattern = sep === '\\' ? given.replaceAll('\\', '/') : given
    const folders = globSync(pattern, {
      onlyDirectories: true,
      expandDirectories: false,
      absolute: isAbsolute(given),
      ignore: pattern.includes('node_modules') ? [] : ['**/node_modules/**'],
    })
    if (folders.length === 0)
      throw new PathError(
        given,
        `--each '${given}' means no folder`,
        'each run is a folder: correct the pattern; * is any name, ** any folders',
      )
    return folders
  })
}
