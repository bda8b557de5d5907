import { expect, test } from 'vitest'
import { edge, internal, reportOf, resource } from '../../test/run-of.ts'
import { findingNodes } from './finding-nodes.ts'

const { graph, findings } = await reportOf({
  'run.jsonl': [
    resource('a'),
    resource('b', 'chart', { parent_databuilder_id: 'nowhere' }),
    edge(internal('a'), internal('gone')),
  ],
})

const idsOf = (name: string): string[] | undefined => {
  const nodes = findingNodes(graph, () => findings)(name)
  return nodes && Array.from(nodes, (node) => graph.idOf(node))
}

test('findingNodes(graph, findings) gives what findings of a rule, or of a severity, are about', () => {
  expect(idsOf('hierarchy/dangling-parent')).toEqual(['nowhere'])
  expect(idsOf('lineage/dangling-internal')).toEqual(['gone'])
  expect(new Set(idsOf('error'))).toEqual(new Set(['nowhere', 'gone']))
})

test('findingNodes(graph, findings) gives nothing for a rule without findings, and undefined for what is no rule', () => {
  expect(idsOf('lineage/no-cycle')).toEqual([])
  expect(idsOf('lineage/no-circle')).toBe(undefined)
  expect(idsOf('__proto__')).toBe(undefined)
})
