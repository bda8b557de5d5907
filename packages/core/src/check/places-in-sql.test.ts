import { describe, expect, test } from 'vitest'
import { reportOf, resource } from '../../test/run-of.ts'

describe('places inside SQL', () => {
  const sql = 'select \t"é😀" -- \\ \u0001\nfrom "ordérs"  '
  const spot = async (written: string, at: string) => {
    const line = `{"from_identifier":{"type":"tables_from_query","sql":${written}},"to_identifier":{"type":"internal_resource","databuilder_id":"end"}}`
    const { findings } = await reportOf(
      { 'run.jsonl': `${JSON.stringify(resource('end', 'dashboard'))}\n${line}\n` },
      {},
      { catalog: [] },
    )
    const { column, endColumn } = findings.find(({ rule }) => rule === at)!.locations[0]!
    return line.slice(column - 1, endColumn - 1)
  }

  test('a finding about a table marks its name in the line, whatever escapes stand before it', async () => {
    expect(await spot(JSON.stringify(sql), 'lineage/unknown-in-catalog')).toBe('\\"ordérs\\"')
    const escaped = [...JSON.stringify(sql)]
      .map((unit) => (unit > '~' ? [...unit].map(escapeUnits).join('') : unit))
      .join('')
    expect(await spot(escaped, 'lineage/unknown-in-catalog')).toBe('\\"ord\\u00e9rs\\"')
  })

  test('a finding about what is not understood marks where that begins, at the end the last character', async () => {
    expect(await spot(JSON.stringify('select * from ('), 'lineage/query-not-understood')).toBe('(')
    expect(await spot(JSON.stringify('select * from "'), 'lineage/query-not-understood')).toBe('\\"')
    expect(await spot(JSON.stringify('select * from'), 'lineage/query-not-understood')).toBe('m')
  })
})

const escapeUnits = (text: string): string =>
  Array.from(
    { length: text.length },
    (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('')
