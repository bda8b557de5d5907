import { expect, test } from 'vitest'
import { plainRun, thing } from '../plain-run.ts'
import { dataTypes } from './data-types.ts'

test('dataTypes(…) of a column is what its source calls its type, and else the type that it is declared with', async () => {
  const column = (name: string, fields: object) => ({ ...thing('column', name, 'orders'), ...fields })
  const columns = [
    column('a', { native_type: 'varchar(20)', type: 'VARCHAR' }),
    column('b', { native_type: null, type: 'INTEGER' }),
    column('c', { native_type: ' ', type: 'DECIMAL(10,\n 2)' }),
    column('d', {}),
  ]
  const { graph } = await plainRun([thing('table', 'orders'), ...columns], [])
  const typeOf = dataTypes(graph)
  const types = ['a', 'b', 'c', 'd'].map((name) => typeOf(graph.nodeOfId(name)!))
  expect(types).toEqual(['varchar(20)', 'INTEGER', 'DECIMAL(10, 2)', ''])
})
