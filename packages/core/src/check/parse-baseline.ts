import { spansOfItems, type JsonPath, type Span } from '../read/scan-json.ts'
import { placesIn } from '../read/text-place.ts'
import { BASELINE_FORM, type Baseline, type BaselineEntry } from './baseline.ts'
import { ConfigError } from './config-error.ts'
import { faultsIn, type DocumentForm } from './faults-in.ts'
import type { Location } from './finding.ts'
import type { JsonSchema } from './json-schema.ts'
import { parseUserJson, startOf, whereIn } from './user-json.ts'

const text: JsonSchema = { type: 'string' }
const FINGERPRINT = '^[0-9a-f]{16}$'

/** Fields that it does not name are passed over. */
const FORM: DocumentForm = {
  schema: {
    type: 'object',
    properties: {
      version: { type: 'integer', minimum: BASELINE_FORM, maximum: BASELINE_FORM },
      findings: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            run: text,
            rule: text,
            fingerprint: { type: 'string', pattern: FINGERPRINT },
            message: text,
          },
          required: ['rule', 'fingerprint', 'message'],
        },
      },
    },
    required: ['version', 'findings'],
  },
  nounAt: () => 'field',
  patterns: { [FINGERPRINT]: 'be sixteen hexadecimal digits' },
}

/**
 * Reads the text of a baseline.
 * @param file how findings call the file.
 * @returns what it knows. Throws ConfigError with the place where it is no baseline, or one of a later version.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs'
 * const { entries } = parseBaseline(readFileSync('lineagraph.baseline.json', 'utf8'), 'lineagraph.baseline.json')
 * ```
 */
export function parseBaseline(text: string, file: string): Baseline {
  const json = parseUserJson(text, file)
  const fail = (what: string, help: string, path: JsonPath): never => {
    throw new ConfigError(what, help, whereIn(text, file, startOf(text, path)))
  }
  const version = versionOf(json)
  if (version !== undefined && version > BASELINE_FORM)
    fail(
      `this baseline has the form ${version}, and this lineagraph knows none above ${BASELINE_FORM}`,
      'use the lineagraph that wrote it, or a later one',
      ['version'],
    )
  const [fault] = faultsIn(json, FORM)
  if (fault)
    fail(
      `this is no baseline: ${fault.what}`,
      `${fault.help}; lineagraph baseline create makes one anew`,
      fault.path,
    )
  return baselineOf(text, file, (json as { findings: BaselineEntry[] }).findings)
}

const versionOf = (json: unknown): number | undefined =>
  typeof json === 'object' && json !== null && 'version' in json && typeof json.version === 'number'
    ? json.version
    : undefined

/** Places are looked for when the first is asked for: most baselines have no stale entry. */
function baselineOf(text: string, file: string, entries: readonly BaselineEntry[]): Baseline {
  let spans: readonly Span[] | undefined
  let placeAt: ReturnType<typeof placesIn> | undefined
  return {
    file,
    text,
    entries,
    placeOf(entry): Location {
      spans ??= spansOfItems(text, ['findings'])
      placeAt ??= placesIn(text)
      const { start, end } = spans[entry] ?? { start: 0, end: 0 }
      const { line, column } = placeAt(start)
      const last = placeAt(end)
      return {
        file,
        line,
        column,
        endColumn: last.line === line ? last.column : endOfLine(text, start) - start + column,
      }
    },
    lineAt: (line) => text.split('\n', line)[line - 1]?.replace(/\r$/, ''),
  }
}

/** Of an entry that goes on over several lines the first one is marked. */
function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  if (end < 0) return text.length
  return text[end - 1] === '\r' ? end - 1 : end
}
