import { expect, test } from 'vitest'
import { reportOf, resource } from '../../test/run-of.ts'
import { changesByNode, NODE_CHANGES } from './changes-by-node.ts'
import { compareRuns } from './compare-runs.ts'

const inside = (parent: string, id: string, type = 'table', more: object = {}) =>
  resource(id, type, { parent_databuilder_id: parent, ...more })

test('changesByNode(diff) puts what is removed at the nearest thing around it that still stands, renamed or not', async () => {
  const base = [
    resource('db', 'database'),
    inside('db', 's', 'schema'),
    inside('s', 't'),
    inside('t', 't.c', 'column'),
    inside('t', 't.d', 'column', { title: 'd' }),
    inside('db', 'gone', 'schema', { description: 'x' }),
    inside('gone', 'gone.t'),
    resource('alone'),
  ]
  const head = [
    resource('db', 'database', { description: 'new' }),
    inside('db', 's', 'schema'),
    inside('s', 't2', 'table', { title: 't' }),
    inside('t2', 't2.d', 'column', { title: 'd' }),
    inside('db', 'n'),
  ]
  const [one, other] = [await reportOf({ 'run.jsonl': base }), await reportOf({ 'run.jsonl': head })]
  const { ofNode, removedIn, removedOutside } = changesByNode(compareRuns(one, other))
  const at = (id: string) => other.graph.nodeOfId(id)!
  expect(['db', 's', 't2', 't2.d', 'n'].map((id) => NODE_CHANGES[ofNode[at(id)]!])).toEqual([
    'changed',
    'same',
    'added',
    'added',
    'added',
  ])
  expect(['db', 's', 't2'].map((id) => removedIn[at(id)])).toEqual([2, 1, 2])
  expect(removedOutside).toBe(1)
})
