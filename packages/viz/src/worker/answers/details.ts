import {
  isContainer,
  tablesFromQuery,
  RESOURCE_FIELDS,
  type EdgeIndex,
  type FindingList,
  type LineageGraph,
  type NodeIndex,
} from '@lineagraph/core'
import type { Sheet } from '../pictures/draw.ts'
import { insideOfThing } from '../pictures/inside.ts'
import { findingRows, type FindingRow } from './findings.ts'
import { namedOf } from '../names/named-of.ts'
import { ancestorsOf } from '../names/name-of.ts'
import { neighborsOf, type Neighbors } from './neighbors-of.ts'
import { queryOf, type QueryDetails } from './query-details.ts'
import { firstOf, type Named, type Place, type Slice } from '../names/named.ts'
import { shownPlace, shownText } from '../names/shown-text.ts'
import { countedSorts, sortOfThing } from '../names/thing-names.ts'
import { groupsAround } from '../names/groups-around.ts'
import { sqlPieces, type SqlPiece } from './sql-pieces.ts'

export interface DeclaredField {
  readonly name: string
  readonly value: string
  /** The value in pieces, where it is SQL. */
  readonly sql?: readonly SqlPiece[]
}

export interface ThingDetails extends Named, Neighbors {
  readonly kind: 'thing'
  /** Of what no declaration makes and the picture puts together: `outside` is what another integration declares, by a part of its name; a range is some of very many siblings. Null for a node of the run. */
  readonly group: 'outside' | 'range' | null
  /** From the outside in. */
  readonly around: readonly Named[]
  /** Every field that is declared, and of what is not declared the parts of its identifier. */
  readonly fields: readonly DeclaredField[]
  readonly declared: (Place & { readonly text: string }) | null
  readonly inside: Slice<Named>
  /** All that is inside, however deep, as the picture tells it: `5 schemas · 121 tables`; of what holds no other things its columns. */
  readonly holds: string
  readonly findings: Slice<FindingRow>
}

export interface EdgeDetails {
  readonly kind: 'edge'
  readonly from: Named
  readonly to: Named
  /** The edges of the run that the line stands for. */
  readonly edges: Slice<{ readonly from: Named; readonly to: Named; readonly places: readonly Place[] }>
  /** The first line that declares one. */
  readonly declared: (Place & { readonly text: string }) | null
  /** The first query that gives one. */
  readonly query: QueryDetails | null
  /** What was asked for, where that is folded into this line. */
  readonly folds?: { readonly from: Named; readonly to: Named }
  /** The one thing of the picture that both ends are inside, so that there is no line. */
  readonly within?: Named
}

/** More around a thing than this is no hierarchy, and no breadcrumb either. */
const MOST_AROUND = 12
/** A raw line is shown up to here: some have ten million characters. */
const LONGEST_LINE = 20_000

/** All that is known of a thing of the run. */
export function describe(
  { atlas, signs }: Sheet,
  node: NodeIndex,
  findings: FindingList,
  most: number,
): ThingDetails {
  const { graph } = atlas
  const inside = graph.placedIn(node)
  return {
    kind: 'thing',
    group: null,
    ...namedOf(graph, node),
    around:
      graph.kindOf(node) === 'external_table'
        ? groupsAround(atlas, signs, node)
        : ancestorsOf(graph, node, MOST_AROUND)
            .reverse()
            .map((above) => namedOf(graph, above)),
    fields: fieldsOf(graph, node),
    declared: declaredAt(graph, node),
    inside: firstOf(
      Array.from(inside.subarray(0, most), (child) => namedOf(graph, child)),
      inside.length,
    ),
    holds: isContainer(atlas.tree, node)
      ? insideOfThing(atlas, signs, null, atlas.tree.at[node]!).text
      : countedSorts(Array.from(inside, (child) => sortOfThing(atlas, signs, child))),
    ...neighborsOf(atlas, signs, node, most),
    findings: firstOf(findingRows(findings, 0, most), findings.length),
  }
}

function declaredAt(graph: LineageGraph, node: NodeIndex): ThingDetails['declared'] {
  const declaration = graph.declarationOf(node)
  return declaration === undefined
    ? null
    : {
        ...shownPlace(declaration),
        text: shownText(cut(declaration.text)),
      }
}

const cut = (text: string): string => (text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text)

/** The fields of a declaration that are set, Secoda's in their own order and then the others. */
function fieldsOf(graph: LineageGraph, node: NodeIndex): ThingDetails['fields'] {
  const { run } = graph
  const index = graph.resourceOf(node)
  const said = index < 0 ? undefined : run.declaredAt(run.placeOfResource(index))
  // Where the text is a row of a CSV file, the fields are what reading has made of it.
  const object: unknown =
    said === undefined ? graph.identifierOf(node) : (parsed(said) ?? run.resourceAt(index))
  if (typeof object !== 'object' || object === null) return []
  const order = (name: string): number => {
    const at = RESOURCE_FIELDS.findIndex((field) => field === name)
    return at < 0 ? RESOURCE_FIELDS.length : at
  }
  return Object.entries(object)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .sort(([one], [other]) => order(one) - order(other))
    .map(([name, value]) => {
      const field = { name: shownText(name), value: shownText(cut(textOf(value))) }
      return name === 'definition' && typeof value === 'string' ? { ...field, ...sqlOf(value) } : field
    })
}

/** How something is made is often SQL, and may be anything: it counts as SQL where it reads a table. */
function sqlOf(definition: string): Pick<DeclaredField, 'sql'> {
  const { tables } = tablesFromQuery(definition.slice(0, LONGEST_LINE))
  const reads = tables
    .flatMap(({ places }) => places.map(({ start, end }) => ({ start, end, read: 'elsewhere' as const })))
    .sort((one, other) => one.start - other.start)
  return reads.length > 0 ? { sql: sqlPieces(definition, reads) } : {}
}

/** A list of texts as people write it, anything else as JSON. */
const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Array.isArray(value) && value.every((item) => typeof item === 'string')
      ? value.join(', ')
      : JSON.stringify(value)

/** A JSON object; undefined for any other text. */
function parsed(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' ? json : undefined
  } catch {
    return undefined
  }
}

/** All that is known of the line behind which some edges are. Null where there is none. */
export function describeEdge(
  graph: LineageGraph,
  from: Named,
  to: Named,
  between: readonly EdgeIndex[],
  most: number,
): EdgeDetails | null {
  const [first] = between
  if (first === undefined) return null
  const place = graph.placesOf(first)[0]
  const text = graph.run.textAt(graph.run.placeOfLineage(graph.linesOf(first)[0]!))
  return {
    kind: 'edge',
    from,
    to,
    edges: firstOf(
      between.slice(0, most).map((edge) => ({
        from: namedOf(graph, graph.fromOf(edge)),
        to: namedOf(graph, graph.toOf(edge)),
        places: graph.placesOf(edge).slice(0, most).map(shownPlace),
      })),
      between.length,
    ),
    declared: place && text !== undefined ? { ...shownPlace(place), text: shownText(cut(text)) } : null,
    query: queryOf(graph, between),
  }
}
