import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'

/** A path with `/` between folders. */
export const withSlashes = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path)

/** How a path is called that was found beside others: absolute where those are, else from the current folder. */
export const nameLike = (others: readonly string[], path: string): string =>
  others.some(isAbsolute) ? withSlashes(resolve(path)) : withSlashes(relative('', path)) || '.'

/** A path as it is written in a file: from the folder of that file. */
export const pathFrom = (folder: string, path: string): string =>
  withSlashes(relative(folder, resolve(path))) || '.'

/** The deepest folder that holds all paths: of a single one that is a folder, itself. */
export function commonFolder(paths: readonly string[]): string {
  const [first = resolve('.'), ...others] = paths.map((path) => resolve(path))
  let common = first
  for (const path of others) while (!holds(common, path)) common = dirname(common)
  return common
}

const holds = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
