import { spanOfName } from '../read/scan-json.ts'
import { ConfigError } from './config-error.ts'
import type { ConfigFault } from './config-fault.ts'
import type { ConfigFile } from './config-file.ts'
import { faultsOf } from './config-schema.ts'
import { parseUserJson, startOf, whereIn } from './user-json.ts'

/**
 * Reads the text of a configuration.
 * @param file how to call the file.
 * @returns what it says. Throws ConfigError at the first place where it is no JSON, or says what nobody understands.
 * @example
 * ```ts
 * const { preset } = parseConfig('{ "preset": "strict" }', 'lineagraph.config.json')
 * ```
 */
export function parseConfig(text: string, file: string): ConfigFile {
  const json = parseUserJson(text, file)
  const faults = faultsOf(json).map((fault) => ({ ...fault, at: placeOf(text, fault) }))
  // What is missing is said last: most often it is there under another name.
  const [first] = faults.sort((one, other) => isMissing(one) - isMissing(other) || one.at - other.at)
  if (first) throw new ConfigError(first.what, first.help, whereIn(text, file, first.at))
  return json as ConfigFile // it has no fault
}

const isMissing = ({ points }: ConfigFault): number => Number(points === 'nothing')

const placeOf = (text: string, { path, points }: ConfigFault): number =>
  (points === 'name' ? spanOfName(text, path)?.start : undefined) ?? startOf(text, path)
