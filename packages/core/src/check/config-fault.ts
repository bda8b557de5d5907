import { nearestName } from '../graph/nearest-name.ts'
import { describe } from '../read/describe.ts'
import type { JsonPath } from '../read/scan-json.ts'
import { quote } from './quote.ts'

/** What is wrong with a file that people write, and where in it. */
export interface ConfigFault {
  readonly what: string
  readonly help: string
  readonly path: JsonPath
  /** Whether the value at the path is wrong, or its name, or that it is not there. */
  readonly points: 'value' | 'name' | 'nothing'
}

/** What to say of a name that is not among those of a closed list. */
export function unknownName(noun: string, given: string, names: readonly string[]) {
  const near = nearestName(given, names)
  if (!near && noun === 'rule')
    return { what: `there is no rule ${quote(given)}`, help: 'lineagraph rules lists those that there are' }
  return {
    what: `there is no ${noun} ${quote(given)}`,
    help: near
      ? `did you mean '${near}'?`
      : `${names.length === 1 ? 'there is only' : 'there are'} ${names.join(', ')}`,
  }
}

/** A value that is none of a closed list. */
export function wrongName(path: JsonPath, value: unknown, names: readonly string[]): ConfigFault {
  const near = typeof value === 'string' ? nearestName(value, names) : undefined
  const noun =
    path[0] === 'rules' || path[0] === 'overrides' ? `severity for ${ruleIn(path)}` : String(path.at(-1))
  const help = near ? `did you mean '${near}'?` : `use ${oneOf(names)}`
  return { what: `${describe(value)} is no ${noun}`, help, path, points: 'value' }
}

const oneOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

/** The last text among the steps: behind it, a number only says which part of the setting. */
const ruleIn = (path: JsonPath): string => String(path.findLast((step) => typeof step === 'string'))

/** A list that is too long: what a config says of a rule. */
export const tooMany = (path: JsonPath, most: number): ConfigFault => ({
  ...(most === 1
    ? { what: `${ruleIn(path)} takes no options`, help: 'give its severity alone' }
    : { what: `${ruleIn(path)} is given more than a severity and options`, help: 'write ["warning", {…}]' }),
  path,
  points: 'value',
})

/** A value that is not as it must: `be a whole number`. */
export const mustBe = (path: JsonPath, value: unknown, wanted: string): ConfigFault => ({
  what: `${nameOf(path)} must ${wanted}`,
  help: `it is ${describe(value)}`,
  path,
  points: 'value',
})

/** Something that is not there. @param wanted what it must be. */
export const mustNotMiss = (path: JsonPath, wanted: string): ConfigFault => ({
  what: `${nameOf(path.slice(0, -1))} has no '${String(path.at(-1))}'`,
  help: `it must be ${wanted}`,
  path,
  points: 'nothing',
})

/** `overrides[0].files`. */
const nameOf = (path: JsonPath): string =>
  path.length === 0
    ? 'the file'
    : path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('')
