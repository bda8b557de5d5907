import { faultOf, spansOf, type JsonFault, type JsonPath } from '../read/scan-json.ts'
import { placesIn } from '../read/text-place.ts'
import { ConfigError } from './config-error.ts'
import { visible } from './quote.ts'

/** Reads JSON that a person wrote. Throws ConfigError with the place of its first fault. */
export function parseUserJson(text: string, file: string): unknown {
  const fault = faultOf(text)
  if (fault) throw new ConfigError(faultText(fault), helpFor(fault), whereIn(text, file, fault.at))
  return JSON.parse(text)
}

const isAtEnd = ({ found }: JsonFault): boolean => found === 'the end of the line'

const faultText = (fault: JsonFault): string =>
  visible(
    `${fault.expected} was expected here, and ${isAtEnd(fault) ? 'the file ends' : `${fault.found} stands there`}`,
  )

function helpFor(fault: JsonFault): string {
  if (isAtEnd(fault)) return 'look whether something is missing at the end of the file'
  if (fault.found === "'/'") return 'JSON has no comments: take them out'
  if (fault.found === "'}'" || fault.found === "']'")
    return 'take out the comma before it, or write what is missing'
  return 'write it as JSON'
}

/** `file:line:column` of an offset. */
export function whereIn(text: string, file: string, at: number): string {
  const { line, column } = placesIn(text)(at)
  return `${visible(file)}:${line}:${column}`
}

/** Where the value at a path begins; where there is none, what it is missing in. */
export function startOf(text: string, path: JsonPath): number {
  const paths = path.map((_, i) => path.slice(0, path.length - i))
  return spansOf(text, paths).find((span) => span !== undefined)?.start ?? 0
}
