import { spanOfName } from '../read/scan-json.ts'
import { ConfigError } from './config-error.ts'
import type { ConfigFault } from './config-fault.ts'
import { faultsOf, type ConfigFile } from './config-schema.ts'
import { parseUserJson, startOf, whereIn } from './user-json.ts'

/**
 * Reads the text of a configuration.
 * @param file how to call the file.
 * @returns what it says. Throws ConfigError at the first place where it is no JSON, or says what nobody understands.
 */
export function parseConfig(text: string, file: string): ConfigFile {
  const json = parseUserJson(text, file)
  const faults = faultsOf(json).map((fault) => ({ ...fault, at: placeOf(text, fault) }))
  const [first] = faults.sort((one, other) => one.at - other.at)
  if (first) throw new ConfigError(first.what, first.help, whereIn(text, file, first.at))
  return json as ConfigFile // it has no fault
}

const placeOf = (text: string, { path, isKey }: ConfigFault): number =>
  (isKey ? spanOfName(text, path)?.start : undefined) ?? startOf(text, path)
