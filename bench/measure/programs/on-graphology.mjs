// The main findings as one would write them on graphology alone: objects for resources, a DirectedGraph, its library for circles.
import { DirectedGraph } from 'graphology'
import { stronglyConnectedComponents } from 'graphology-components'
import { eachLine } from './each-line.mjs'

const [, , resourceFile, lineageFile] = process.argv
const found = {}
const find = (rule) => {
  found[rule] = (found[rule] ?? 0) + 1
}

const resources = new Map()
const repeated = new Set()
const conflicting = new Set()
eachLine(resourceFile, (line) => {
  const resource = parse(line)
  if (!resource) return
  const id = resource.databuilder_id
  if (typeof id !== 'string' || id === '') return find('resource/missing-id')
  const known = resources.get(id)
  if (!known) resources.set(id, resource)
  else (isSame(known, resource) ? repeated : conflicting).add(id)
})

const hierarchy = new DirectedGraph()
const lineage = new DirectedGraph()
for (const id of resources.keys()) {
  hierarchy.addNode(id)
  lineage.addNode(id)
}
const tables = new Map()
const missingParents = new Set()
for (const [id, { entity_type, parent_databuilder_id: parent, database, schema, title }] of resources) {
  if (entity_type === 'table') tables.set(JSON.stringify([database, schema, title]), id)
  if (!parent) continue
  if (resources.has(parent)) hierarchy.mergeEdge(id, parent)
  else missingParents.add(parent)
}

const missingEnds = new Set()
const repeatedEdges = new Set()
const selfEdges = new Set()
const unresolved = new Set()
eachLine(lineageFile, (line) => {
  const declared = parse(line)
  if (!declared) return
  const ends = [declared.from_identifier, declared.to_identifier]
  if (!ends.every(isUsable)) return find('lineage/invalid-identifier')
  if (ends.some(({ type }) => type === 'tables_from_query')) return // a query would have to be read first
  const [from, to] = ends.map(nodeOf)
  if (from === to) selfEdges.add(from)
  if (lineage.hasEdge(from, to)) repeatedEdges.add(lineage.edge(from, to))
  else lineage.addEdge(from, to)
})

function isUsable(identifier) {
  if (identifier?.type === 'internal_resource') return Boolean(identifier.databuilder_id)
  if (identifier?.type === 'external_table') return Boolean(identifier.table)
  return identifier?.type === 'tables_from_query'
}

function nodeOf({ type, databuilder_id, database, schema, table }) {
  if (type === 'internal_resource') {
    if (!resources.has(databuilder_id)) missingEnds.add(databuilder_id)
    return lineage.mergeNode(databuilder_id)[0]
  }
  const key = JSON.stringify([database, schema, table])
  const known = tables.get(key)
  if (known === undefined) unresolved.add(key)
  return lineage.mergeNode(known ?? `external ${key}`)[0]
}

function parse(line) {
  try {
    return JSON.parse(line)
  } catch {
    find('input/invalid-json')
    return undefined
  }
}

function isSame(one, other) {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...fields].every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]))
}

const circles = (graph) => stronglyConnectedComponents(graph).filter(({ length }) => length > 1).length
const add = (rule, count) => {
  if (count > 0) found[rule] = (found[rule] ?? 0) + count
}
add('resource/repeated-declaration', repeated.size)
add('resource/conflicting-id', conflicting.size)
add('hierarchy/dangling-parent', missingParents.size)
add('hierarchy/no-cycle', circles(hierarchy))
add('lineage/dangling-internal', missingEnds.size)
add('lineage/duplicate-edge', repeatedEdges.size)
add('lineage/no-self', selfEdges.size)
add('lineage/unresolved-external', unresolved.size)
add('lineage/no-cycle', circles(lineage))
console.log(JSON.stringify(found))
