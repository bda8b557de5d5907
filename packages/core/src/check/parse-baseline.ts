import { z } from 'zod'
import { spansOfItems, type JsonPath, type Span } from '../read/scan-json.ts'
import { placesIn } from '../read/text-place.ts'
import { BASELINE_FORM, type Baseline, type BaselineEntry } from './baseline.ts'
import { ConfigError } from './config-error.ts'
import { explainIssue } from './config-fault.ts'
import type { Location } from './finding.ts'
import { parseUserJson, startOf, whereIn } from './user-json.ts'

const BaselineSchema = z.object({
  version: z.literal(BASELINE_FORM),
  findings: z.array(
    z.object({
      run: z.string().optional(),
      rule: z.string(),
      fingerprint: z.string().regex(/^[0-9a-f]{16}$/, 'be sixteen hexadecimal digits'),
      message: z.string(),
    }),
  ),
})

/**
 * Reads the text of a baseline.
 * @param file how findings call the file.
 * @returns what it knows. Throws ConfigError with the place where it is no baseline, or one of a later version.
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
  const { error } = BaselineSchema.safeParse(json)
  for (const issue of error?.issues ?? [])
    for (const { what, help, path } of explainIssue(issue, json, () => ({ noun: 'field', names: [] })))
      fail(`this is no baseline: ${what}`, `${help}; lineagraph baseline create makes one anew`, path)
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
