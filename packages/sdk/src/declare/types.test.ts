import type { ResourceField } from '@lineagraph/core'
import { expectTypeOf, test } from 'vitest'
import type { DeclaredLineage, ExternalTable, InternalResource, SourceIdentifier } from './identifier.ts'
import { externalColumn, externalTable, internalResource, tablesFromQuery } from './identifiers.ts'
import type { PrintedResource, Resource } from './resource.ts'

// What does not compile fails `tsc -b`, which every test run begins with.

test('a resource has the fields of the wire, no more and no fewer', () => {
  expectTypeOf<keyof Resource>().toEqualTypeOf<ResourceField>()
  expectTypeOf<keyof PrintedResource>().toEqualTypeOf<ResourceField>()
})

test('a column and a chart do not compile without a parent', () => {
  const column: Resource = { entity_type: 'column', databuilder_id: 'c', parent_databuilder_id: 't' }
  expectTypeOf(column).toExtend<Resource>()
  // @ts-expect-error: a column without a parent
  const orphan: Resource = { entity_type: 'column', databuilder_id: 'c' }
  // @ts-expect-error: null is no parent
  const nobody: Resource = { entity_type: 'column', databuilder_id: 'c', parent_databuilder_id: null }
  // @ts-expect-error: a chart without a parent
  const chart: Resource = { entity_type: 'chart', databuilder_id: 'c' }
  expectTypeOf([orphan, nobody, chart]).toExtend<Resource[]>()
})

test('what pydantic would convert, or drop, does not compile', () => {
  const id = { entity_type: 'table', databuilder_id: 't' } as const
  const wrong: Resource[] = [
    // @ts-expect-error: text for a flag
    { ...id, is_pk: 'true' },
    // @ts-expect-error: text for a number
    { ...id, sort_order: '4' },
    // @ts-expect-error: an epoch for a time
    { ...id, external_updated_at: 1_700_000_000 },
    // @ts-expect-error: no such field
    { ...id, parent_id: 'x' },
    // @ts-expect-error: no such type
    { ...id, entity_type: 'view' },
  ]
  const right: Resource = { ...id, title: null, owners: ['ann'], external_updated_at: new Date(0) }
  expectTypeOf([...wrong, right]).toExtend<Resource[]>()
})

test('pairs that Secoda does not take do not compile', () => {
  const table = externalTable({ table: 't' })
  const column = externalColumn({ table: 't', column: 'c' })
  const query = tablesFromQuery('select 1')
  const internal = internalResource('d')
  const right: DeclaredLineage[] = [
    { from_identifier: query, to_identifier: internal },
    { from_identifier: column, to_identifier: internal },
    { from_identifier: internal, to_identifier: column },
    { from_identifier: table, to_identifier: table },
  ]
  const wrong: DeclaredLineage[] = [
    // @ts-expect-error: a query as target
    { from_identifier: internal, to_identifier: query },
    // @ts-expect-error: nothing internal
    { from_identifier: column, to_identifier: column },
    // @ts-expect-error: nothing internal
    { from_identifier: query, to_identifier: table },
    // @ts-expect-error: an id is no identifier
    { from_identifier: 'd', to_identifier: internal },
  ]
  expectTypeOf([...right, ...wrong]).toExtend<DeclaredLineage[]>()
})

test('an end whose kind is known only when it runs can be declared', () => {
  const declared = (
    from: SourceIdentifier,
    to: InternalResource,
    either: InternalResource | ExternalTable,
  ): DeclaredLineage[] => [
    { from_identifier: from, to_identifier: to },
    { from_identifier: either, to_identifier: either },
  ]
  expectTypeOf(declared).returns.toExtend<DeclaredLineage[]>()
})
