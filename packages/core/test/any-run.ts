import fc from 'fast-check'
import { column, edge, external, internal, resource, type Files } from './run-of.ts'

const TYPES = ['database', 'schema', 'table', 'column', 'column', 'dashboard', 'chart', 'odd']
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', '__proto__', 'a.b', 'a.b.c', 'a.b.d', 'a.c']
const id = fc.constantFrom(...IDS)
const name = fc.constantFrom('x', 'y')
const part = fc.option(fc.constantFrom('p', 'q'), { nil: undefined })

const end = fc.oneof(
  { weight: 6, arbitrary: id.map(internal) },
  { weight: 1, arbitrary: fc.constantFrom('gone', 'a.gone', 'a.b.gone').map(internal) },
  {
    weight: 1,
    arbitrary: fc.tuple(name, part, part).map(([table, schema, db]) => external(table, schema, db)),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(name, name, part).map(([own, table, schema]) => column(own, table, schema)),
  },
)

/** Stands for the parent that an id tells of: `a.b` of `a.b.c`. */
const OWN = Symbol('own')
const aroundIt = (id: string): string | null => (id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : null)

/** A small run of any shape: parents may be missing, run in circles or make no sense, and lineage leads anywhere. */
export const anyRun: fc.Arbitrary<Files> = fc
  .record({
    resources: fc.uniqueArray(
      fc.record({
        id,
        type: fc.constantFrom(...TYPES),
        parent: fc.oneof(fc.option(fc.oneof(id, fc.constantFrom('lost', 'a.lost'))), fc.constant(OWN)),
        place: fc.option(fc.record({ database: name, schema: name }), { nil: undefined }),
      }),
      { selector: (one) => one.id },
    ),
    lineage: fc.array(fc.tuple(end, end), { maxLength: 14 }),
  })
  .map(({ resources, lineage }) => ({
    'run.jsonl': [
      ...resources.map(({ id, type, parent, place }) =>
        resource(id, type, { parent_databuilder_id: parent === OWN ? aroundIt(id) : parent, ...place }),
      ),
      ...lineage.map(([from, to]) => edge(from, to)),
    ],
  }))
