import type { z } from 'zod'
import { nearestName } from '../graph/nearest-name.ts'
import { describe } from '../read/describe.ts'
import type { JsonPath } from '../read/scan-json.ts'
import { quote, visible } from './quote.ts'

/** What is wrong with a configuration, and where in it. */
export interface ConfigFault {
  readonly what: string
  readonly help: string
  readonly path: JsonPath
  /** Whether the value at the path is wrong, or its name, or that it is not there. */
  readonly points: 'value' | 'name' | 'nothing'
}

/** What may stand at a place of a configuration, and what to call one such thing. */
export interface KnownNames {
  readonly noun: string
  readonly names: readonly string[]
}

type Issue = z.core.$ZodIssue

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

/**
 * What an issue of zod means to whoever wrote the configuration. No control character is in it.
 * @param keysAt what the fields of the object at a path may be called.
 */
export const explainIssue = (
  issue: Issue,
  given: unknown,
  keysAt: (path: JsonPath) => KnownNames,
): ConfigFault[] =>
  faultsOf(issue, given, keysAt).map(({ what, help, ...fault }) => ({
    what: visible(what),
    help: visible(help),
    ...fault,
  }))

function faultsOf(issue: Issue, given: unknown, keysAt: (path: JsonPath) => KnownNames): ConfigFault[] {
  const path = issue.path as JsonPath
  const value = valueAt(given, path)
  switch (issue.code) {
    case 'unrecognized_keys': {
      const { noun, names } = keysAt(path)
      return issue.keys.map((key) => ({
        ...unknownName(noun, key, names),
        path: [...path, key],
        points: 'name',
      }))
    }
    case 'invalid_union': {
      // A level by itself, or a list of a level and options: whichever it is not, nobody wants to hear of it.
      const inside = issue.errors[Array.isArray(value) ? 1 : 0] ?? []
      return inside.flatMap((each) =>
        faultsOf({ ...each, path: [...path, ...each.path] } as Issue, given, keysAt),
      )
    }
    case 'invalid_value':
      if (value === undefined)
        return [{ ...missing(path, oneOf(issue.values.map(String))), path, points: 'nothing' }]
      return [{ ...wrongValue(path, value, issue.values.map(String)), path, points: 'value' }]
    case 'too_big':
      if (issue.origin === 'array') return [{ ...tooMany(path, issue.maximum), path, points: 'value' }]
      return [{ ...must(path, value, `be at most ${issue.maximum}`), path, points: 'value' }]
    case 'too_small':
      return [{ ...must(path, value, sizeWanted(issue.origin, issue.minimum)), path, points: 'value' }]
    case 'invalid_type':
      if (value === undefined)
        return [{ ...missing(path, KINDS[issue.expected] ?? issue.expected), path, points: 'nothing' }]
      return [
        { ...must(path, value, `be ${KINDS[issue.expected] ?? issue.expected}`), path, points: 'value' },
      ]
    case 'custom': {
      const { noun, names } = (issue.params ?? {}) as Partial<KnownNames>
      if (noun === undefined || names === undefined)
        return [{ ...must(path, value, issue.message), path, points: 'value' }]
      return [{ ...unknownName(noun, String(value), names), path, points: 'value' }]
    }
    default:
      return [{ ...must(path, value, issue.message), path, points: 'value' }]
  }
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'an object, {…}',
  array: 'a list, […]',
  tuple: 'a list, […]',
  string: 'text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

const sizeWanted = (origin: string, minimum: number | bigint): string =>
  origin === 'array'
    ? 'have something in it'
    : origin === 'string'
      ? 'not be empty'
      : `be at least ${minimum}`

/** A value that is none of a closed list. */
function wrongValue(path: JsonPath, value: unknown, values: readonly string[]) {
  const near = typeof value === 'string' ? nearestName(value, values) : undefined
  const noun =
    path[0] === 'rules' || path[0] === 'overrides' ? `severity for ${ruleIn(path)}` : String(path.at(-1))
  return {
    what: `${describe(value)} is no ${noun}`,
    help: near ? `did you mean '${near}'?` : `use ${oneOf(values)}`,
  }
}

const oneOf = (values: readonly string[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`

/** The last text among the steps: behind it, a number only says which part of the setting. */
const ruleIn = (path: JsonPath): string => String(path.findLast((step) => typeof step === 'string'))

const tooMany = (path: JsonPath, most: number | bigint) =>
  most === 1
    ? { what: `${ruleIn(path)} takes no options`, help: 'give its severity alone' }
    : { what: `${ruleIn(path)} is given more than a severity and options`, help: 'write ["warning", {…}]' }

const must = (path: JsonPath, value: unknown, wanted: string) => ({
  what: `${nameOf(path)} must ${wanted}`,
  help: `it is ${describe(value)}`,
})

const missing = (path: JsonPath, wanted: string) => ({
  what: `${nameOf(path.slice(0, -1))} has no '${String(path.at(-1))}'`,
  help: `it must be ${wanted}`,
})

/** `overrides[0].files`. */
const nameOf = (path: JsonPath): string =>
  path.length === 0
    ? 'the file'
    : path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('')

function valueAt(given: unknown, path: JsonPath): unknown {
  let value = given
  for (const step of path)
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined
  return value
}
