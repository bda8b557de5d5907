import { expect, test } from 'vitest'
import { ENTITY_TYPES, RESOURCE_FIELDS } from '../model/resource.ts'
import { IDENTIFIER_TYPES } from '../model/identifier.ts'
import { nearestName } from './nearest-name.ts'

const RULE_IDS = [
  'hierarchy/no-cycle',
  'hierarchy/self-parent',
  'lineage/dangling-internal',
  'lineage/no-cycle',
  'lineage/no-self',
]

test('nearestName(given, names) is the name that holds every word of the given one', () => {
  expect(nearestName('parent_id', RESOURCE_FIELDS)).toBe('parent_databuilder_id')
  expect(nearestName('internal', IDENTIFIER_TYPES)).toBe('internal_resource')
  expect(nearestName('query', IDENTIFIER_TYPES)).toBe('tables_from_query')
})

test('nearestName(given, names) takes the fewest words beside, then the smallest name', () => {
  expect(nearestName('id', RESOURCE_FIELDS)).toBe('databuilder_id')
  expect(nearestName('dashboard', ['dashboard_group', 'dashboard'])).toBe('dashboard')
  expect(nearestName('dangling', RULE_IDS)).toBe('lineage/dangling-internal')
  expect(nearestName('no-cycle', RULE_IDS)).toBe('hierarchy/no-cycle')
  expect(nearestName('lineage_no_cycle', RULE_IDS)).toBe('lineage/no-cycle')
})

test('nearestName(given, names) falls back on the edit distance', () => {
  expect(nearestName('tabel', ENTITY_TYPES)).toBe('table')
  expect(nearestName('parent_databuild_id', RESOURCE_FIELDS)).toBe('parent_databuilder_id')
  expect(nearestName('lineage/dangling-internl', RULE_IDS)).toBe('lineage/dangling-internal')
})

test('nearestName(given, names) does not care about case, Unicode form and outer white space', () => {
  expect(nearestName(' Dashboard_Group ', ENTITY_TYPES)).toBe('dashboard_group')
  expect(nearestName('cafe\u0301', ['bar', 'café_latte'])).toBe('café_latte')
})

test('nearestName(given, names) is undefined where nothing is near: a name without a word holds no word of any', () => {
  expect(nearestName('workbook', ENTITY_TYPES)).toBeUndefined()
  expect(nearestName('', ENTITY_TYPES)).toBeUndefined()
  expect(nearestName('__', ENTITY_TYPES)).toBeUndefined()
  expect(nearestName('__proto__', ENTITY_TYPES)).toBeUndefined()
})
