import { readFileSync } from 'node:fs'
import { ConfigError } from '../check/config-error.ts'
import { pathError } from './path-error.ts'

/**
 * The text of a small file that a person keeps: a configuration, a baseline. A mark of UTF-8 at its head is left out.
 * @param name how to call it. Throws PathError where it cannot be read, ConfigError where it is no UTF-8.
 */
export function readText(path: string, name: string): string {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw pathError(name, error)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ConfigError(`'${name}' is not text in UTF-8`, 'save it as UTF-8')
  }
}
