import { externalTable, internal, printLineage, printResource, query } from './printed-form.mjs'
import { randomFrom } from './random.mjs'

const table = (name) => ({
  entity_type: 'table',
  databuilder_id: `mistakes.${name}`,
  title: name,
  schema: 'mistakes',
  database: 'shop',
})

/** The line of a table with a text put in place of another. */
const spoilt = (name, wrong, [right, instead]) => {
  const line = printResource(table(`${name}_${wrong}`))
  return line.replace(right, instead)
}

/** What is planted for each rule: lines that have this one mistake, and share their names with no others. */
const MISTAKES = {
  'input/invalid-json': (i) => ({ resources: [spoilt('quote', i, ['"title": "', '"title": '])] }),
  'resource/missing-id': (i) => ({
    resources: [spoilt('lost', i, [/"databuilder_id": "[^"]*"/, '"databuilder_id": null'])],
  }),
  'resource/wrong-field-type': (i) => ({
    resources: [spoilt('type', i, ['"hidden": false', '"hidden": []'])],
  }),
  'resource/coerced-field': (i) => ({
    resources: [spoilt('coerced', i, ['"sort_order": null', '"sort_order": "4"'])],
  }),
  'resource/unknown-field': (i) => ({ resources: [spoilt('unknown', i, ['{', '{"freshness": 1, '])] }),
  'resource/unknown-entity-type': (i) => ({ resources: [spoilt('kind', i, ['"table"', '"tabel"'])] }),
  'resource/invalid-timestamp': (i) => ({
    resources: [printResource({ ...table(`time_${i}`), external_updated_at: 'yesterday' })],
  }),
  'resource/conflicting-id': (i) => ({
    resources: [
      printResource(table(`conflict_${i}`)),
      printResource({ ...table(`conflict_${i}`), description: 'Told otherwise.' }),
    ],
  }),
  'resource/repeated-declaration': (i) => ({
    resources: [printResource(table(`twice_${i}`)), printResource(table(`twice_${i}`))],
  }),
  'resource/missing-required-field': (i) => ({
    resources: [printResource({ ...table(`schemaless_${i}`), schema: null })],
  }),
  'resource/missing-title': (i) => ({ resources: [printResource({ ...table(`untitled_${i}`), title: '' })] }),
  'hierarchy/dangling-parent': (i) => ({
    resources: [printResource({ ...table(`orphan_${i}`), parent_databuilder_id: `mistakes.no_schema_${i}` })],
  }),
  'hierarchy/no-cycle': (i) => ({
    resources: [
      printResource({ ...column(`inner_${i}`), parent_databuilder_id: `mistakes.outer_${i}` }),
      printResource({ ...column(`outer_${i}`), parent_databuilder_id: `mistakes.inner_${i}` }),
    ],
  }),
  'lineage/invalid-identifier': (i) => ({
    lineage: [printLineage(internal(`mistakes.unseen_${i}`), '{"type": "internal_resource"}')],
  }),
  'lineage/dangling-internal': (i) => ({
    resources: [printResource(table(`end_${i}`))],
    lineage: [printLineage(internal(`mistakes.gone_${i}`), internal(`mistakes.end_${i}`))],
  }),
  'lineage/query-as-target': (i) => ({
    resources: [printResource(table(`asked_${i}`))],
    lineage: [printLineage(internal(`mistakes.asked_${i}`), query(`SELECT ${i} FROM mistakes.asked_${i}`))],
  }),
  'lineage/no-self': (i) => ({
    resources: [printResource(table(`self_${i}`))],
    lineage: [printLineage(internal(`mistakes.self_${i}`), internal(`mistakes.self_${i}`))],
  }),
  'lineage/no-cycle': (i) => ({
    resources: [printResource(table(`hen_${i}`)), printResource(table(`egg_${i}`))],
    lineage: [
      printLineage(internal(`mistakes.hen_${i}`), internal(`mistakes.egg_${i}`)),
      printLineage(internal(`mistakes.egg_${i}`), internal(`mistakes.hen_${i}`)),
    ],
  }),
  'lineage/duplicate-edge': (i) => ({
    resources: [printResource(table(`up_${i}`)), printResource(table(`down_${i}`))],
    lineage: Array.from({ length: 2 }, () =>
      printLineage(internal(`mistakes.up_${i}`), internal(`mistakes.down_${i}`)),
    ),
  }),
  'lineage/prefer-internal': (i) => ({
    resources: [printResource(table(`known_${i}`)), printResource(table(`reader_${i}`))],
    lineage: [
      printLineage(
        externalTable({ database: 'shop', schema: 'mistakes', table: `known_${i}` }),
        internal(`mistakes.reader_${i}`),
      ),
    ],
  }),
  'lineage/unresolved-external': (i) => ({
    resources: [printResource(table(`target_${i}`))],
    lineage: [
      printLineage(
        externalTable({ database: 'elsewhere', schema: 'mistakes', table: `nowhere_${i}` }),
        internal(`mistakes.target_${i}`),
      ),
    ],
  }),
}

function column(name) {
  return { entity_type: 'column', databuilder_id: `mistakes.${name}`, title: name }
}

/**
 * A run with mistakes among its lines, at places that the seed decides.
 * @param {number} ofEach how many mistakes there are for each rule
 */
export function plantMistakes(run, { ofEach, seed }) {
  const lines = { resources: [], lineage: [] }
  const planted = { ...run.planted }
  for (const [rule, make] of Object.entries(MISTAKES)) {
    planted[rule] = (planted[rule] ?? 0) + ofEach
    for (let i = 0; i < ofEach; i++)
      for (const [file, made] of Object.entries(make(i))) lines[file].push(...made)
  }
  return {
    ...run,
    planted,
    resources: () => scattered(run.resources(), lines.resources, randomFrom(seed)),
    lineage: () => scattered(run.lineage(), lines.lineage, randomFrom(seed)),
  }
}

/** The lines of both, each in its own order. What is left of the planted ones at the end comes last. */
function* scattered(lines, planted, random) {
  let next = 0
  for (const line of lines) {
    if (next < planted.length && random.happens(3)) yield planted[next++]
    yield line
  }
  yield* planted.slice(next)
}
