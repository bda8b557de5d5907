import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyRun } from '../../test/any-run.ts'
import { edge, external, internal, reportOf, resource } from '../../test/run-of.ts'
import { compareRuns } from './compare-runs.ts'

const compared = async (base: readonly unknown[], head: readonly unknown[]) =>
  compareRuns(await reportOf({ 'run.jsonl': base }), await reportOf({ 'run.jsonl': head }))

const idsOf = (resources: Iterable<{ readonly id: string }>): string[] =>
  Array.from(resources, ({ id }) => id)

describe('laws of compareRuns', () => {
  test('a run and the same lines in another order differ in nothing', async () => {
    const shuffled = anyRun.chain((files) =>
      fc.tuple(
        fc.constant(files['run.jsonl'] as unknown[]),
        fc.shuffledSubarray(files['run.jsonl'] as unknown[], { minLength: files['run.jsonl']!.length }),
      ),
    )
    await fc.assert(
      fc.asyncProperty(shuffled, async ([lines, others]) => {
        const { summary } = await compared(lines, others)
        expect(summary.same).toBe(true)
        expect(summary.impact.things).toBe(0)
      }),
      { numRuns: 150 },
    )
  })

  test('what is compared the other way round has come where it had gone', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, anyRun, async (one, other) => {
        const [a, b] = [await reportOf(one), await reportOf(other)]
        const [there, back] = [compareRuns(a, b), compareRuns(b, a)]
        expect(idsOf(back.added()).sort()).toEqual(idsOf(there.removed()).sort())
        expect(idsOf(back.changed()).sort()).toEqual(idsOf(there.changed()).sort())
        expect(idsOf(back.moved()).sort()).toEqual(idsOf(there.moved()).sort())
        expect(back.summary.resources.renamed).toBe(there.summary.resources.renamed)
        expect([back.summary.edges.added, back.summary.edges.removed]).toEqual([
          there.summary.edges.removed,
          there.summary.edges.added,
        ])
        expect(back.summary.findings).toEqual({
          new: there.summary.findings.fixed,
          fixed: there.summary.findings.new,
        })
      }),
      { numRuns: 150 },
    )
  })

  test('a random edit script is found again exactly', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyEdits, async ({ base, head, expected }) => {
        const diff = await compared(base, head)
        expect({
          added: idsOf(diff.added()).sort(),
          removed: idsOf(diff.removed()).sort(),
          changed: Array.from(diff.changed(), ({ id, fields }) =>
            JSON.stringify([id, ...fields!.map(({ field, base, head }) => [field, base, head])]),
          ).sort(),
          moved: Array.from(diff.moved(), ({ id, base, head }) => JSON.stringify([id, base, head])).sort(),
          addedEdges: Array.from(diff.addedEdges(), textOfEdge).sort(),
          removedEdges: Array.from(diff.removedEdges(), textOfEdge).sort(),
        }).toEqual(expected)
      }),
      { numRuns: 250 },
    )
  })
})

const textOfEdge = ({ from, to }: { from: object; to: object }): string => JSON.stringify([from, to])

interface Made {
  readonly parent: string | null
  readonly title: string
  readonly description: string | null
}

const anyId = fc.oneof(
  fc.constantFrom('a', 'b', 'c', '__proto__', 'toString', 'a.b', '\ud800', '"', '\n', "'"),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
)
const anyMade = (ids: readonly string[]): fc.Arbitrary<Made> =>
  fc.record({
    parent: fc.option(fc.constantFrom(...ids)),
    title: fc.constantFrom('t', 'u'),
    description: fc.option(fc.constantFrom('d', '', '\u0000')),
  })
type End = ReturnType<typeof internal> | ReturnType<typeof external>

interface State {
  readonly resources: readonly (Made | null)[]
  readonly edges: readonly (readonly [End, End])[]
}

const anyEnd = (ids: readonly string[]): fc.Arbitrary<End> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ids).map(internal) },
    { weight: 1, arbitrary: fc.constantFrom('X', "x'y").map((name) => external(name, 'ext', 'db')) },
  )

/** Two runs, each given by what it says of each id and by its edges, and what differs by plain reading. */
const anyEdits = fc
  .uniqueArray(anyId, { minLength: 1, maxLength: 8 })
  .chain((ids) => {
    const state: fc.Arbitrary<State> = fc.record({
      resources: fc.array(fc.option(anyMade(ids)), { minLength: ids.length, maxLength: ids.length }),
      edges: fc.uniqueArray(fc.tuple(anyEnd(ids), anyEnd(ids)), { maxLength: 8, selector: JSON.stringify }),
    })
    const edited = state.chain((before) =>
      fc.tuple(
        fc.constant(before),
        fc.oneof(
          state,
          fc.record<State>({
            resources: fc.tuple<(Made | null)[]>(
              ...before.resources.map((one) =>
                fc.oneof(
                  { weight: 4, arbitrary: fc.constant(one) },
                  { weight: 1, arbitrary: fc.option<Made>(anyMade(ids)) },
                ),
              ),
            ),
            edges: fc.subarray([...before.edges]),
          }),
        ),
      ),
    )
    return fc.tuple(fc.constant(ids), edited)
  })
  .chain(([ids, [before, after]]) => {
    const linesOf = ({ resources, edges }: State): unknown[] => [
      ...ids.flatMap((id, i) => {
        const made = resources[i]
        return made
          ? [
              resource(id, 'table', {
                parent_databuilder_id: made.parent,
                title: made.title,
                description: made.description,
              }),
            ]
          : []
      }),
      ...edges.map(([from, to]) => edge(from, to)),
    ]
    const changes = ids.map((id, i) => ({ id, base: before.resources[i], head: after.resources[i] }))
    const both = changes.flatMap(({ id, base, head }) => (base && head ? [{ id, base, head }] : []))
    const edgesOf = ({ edges }: State) =>
      edges.map(([from, to]) => JSON.stringify([ordered(from), ordered(to)]))
    const [edgesBefore, edgesAfter] = [edgesOf(before), edgesOf(after)]
    const expected = {
      added: changes
        .filter(({ base, head }) => !base && head)
        .map(({ id }) => id)
        .sort(),
      removed: changes
        .filter(({ base, head }) => base && !head)
        .map(({ id }) => id)
        .sort(),
      changed: both
        .flatMap(({ id, base, head }) => {
          const fields = (['title', 'description'] as const).filter((field) => base[field] !== head[field])
          return fields.length > 0
            ? [JSON.stringify([id, ...fields.map((field) => [field, base[field], head[field]])])]
            : []
        })
        .sort(),
      moved: both
        .filter(({ base, head }) => base.parent !== head.parent)
        .map(({ id, base, head }) => JSON.stringify([id, base.parent, head.parent]))
        .sort(),
      addedEdges: edgesAfter.filter((one) => !edgesBefore.includes(one)).sort(),
      removedEdges: edgesBefore.filter((one) => !edgesAfter.includes(one)).sort(),
    }
    const shuffled = fc.shuffledSubarray(linesOf(after), { minLength: linesOf(after).length })
    return shuffled.map((head) => ({ base: linesOf(before), head, expected }))
  })

/** As the graph writes it: an external table by its parts from the outside in. */
const ordered = (end: End): object =>
  'table' in end ? { type: end.type, database: end.database, schema: end.schema, table: end.table } : end
