import { readFileSync } from 'node:fs'
import { ConfigError } from '../check/config-error.ts'
import { PathError, pathError, systemCode } from './path-error.ts'

/**
 * The text of a small file that a person keeps. A mark of UTF-8 at its head is left out.
 * @param kind what it should be, such as `config file`.
 * @param name how to call it. Throws PathError where it cannot be read, ConfigError where it is no UTF-8.
 */
export function readText(path: string, name: string, kind: string): string {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw textError(name, kind, error)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ConfigError(`'${name}' is not text in UTF-8`, 'save it as UTF-8')
  }
}

function textError(name: string, kind: string, error: unknown): PathError {
  const code = systemCode(error)
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new PathError(name, `there is no ${kind} '${name}'`, 'correct the path')
  if (code === 'EISDIR') return new PathError(name, `'${name}' is a folder`, `name the ${kind} in it`)
  return pathError(name, error)
}
