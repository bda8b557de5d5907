import { edgeText } from '../check/edge-text.ts'
import type { Finding } from '../check/finding.ts'
import { grouped } from '../check/grouped.ts'
import { quote } from '../check/quote.ts'
import type { Impact } from '../compare/impact.ts'
import type { DiffResource, DiffSummary, FieldChange, RunDiff } from '../compare/run-diff.ts'
import { ENTITY_TYPES } from '../model/resource.ts'
import type { Sign } from './paint.ts'
import { whereText } from './place-text.ts'
import { plural } from './summary-line.ts'

/** What a difference is told with. */
export interface DiffOptions {
  /** What to call the two runs: their paths. */
  readonly base: string
  readonly head: string
  /** With terminal colours, in text. */
  readonly color?: boolean
}

/** The changes of one kind, in words. Names from a run stand in quotes: a format makes of them what it needs. */
export interface DiffSection {
  readonly sign: Sign
  readonly title: string
  readonly count: number
  items(): Iterable<DiffItem>
}

/** A change: what, and more of it. */
export interface DiffItem {
  readonly text: string
  readonly details: readonly string[]
}

/** What differs, kind by kind, what may hurt first. A resource or an edge that looks renamed is told once, as that. */
export function diffSections(diff: RunDiff): DiffSection[] {
  const { resources, edges, findings } = diff.summary
  const sections: DiffSection[] = [
    {
      sign: '=',
      title: 'Look renamed: agree in all but the id',
      count: diff.columns.renames.roots.length,
      items: () =>
        itemsOf(diff.renamed(), (one) => `${nameText(one)} is ${quote(one.to)} now${withInside(one)}`),
    },
    {
      sign: '-',
      title: 'Removed',
      count: resources.removed - resources.renamed,
      items: () =>
        itemsOf(
          where(diff.removed(), ({ renamedTo }) => renamedTo === undefined),
          (one) => nameText(one) + impactText(one.impact),
        ),
    },
    {
      sign: '~',
      title: 'Changed',
      count: resources.changed,
      items: () =>
        itemsOf(
          diff.changed(),
          (one) => nameText(one) + impactText(one.impact),
          ({ fields }) => fields?.map(fieldText) ?? ['its file has changed since it was read'],
        ),
    },
    {
      sign: '>',
      title: 'Moved',
      count: resources.moved,
      items: () =>
        itemsOf(
          diff.moved(),
          (one) =>
            `${nameText(one)}, from ${parentText(one.base)} to ${parentText(one.head)}${impactText(one.impact)}`,
        ),
    },
    {
      sign: '-',
      title: 'Lineage removed',
      count: edges.removed - edges.renamed,
      items: () =>
        itemsOf(
          where(diff.removedEdges(), ({ renamed }) => !renamed),
          (one) => edgeText(one) + impactText(one.impact),
        ),
    },
    {
      sign: '-',
      title: 'New findings',
      count: findings.new,
      items: () => itemsOf(diff.newFindings(), findingText),
    },
    {
      sign: '+',
      title: 'Added',
      count: resources.added - resources.renamed,
      items: () =>
        itemsOf(
          where(diff.added(), ({ renamedFrom }) => renamedFrom === undefined),
          nameText,
        ),
    },
    {
      sign: '+',
      title: 'Lineage added',
      count: edges.added - edges.renamed,
      items: () =>
        itemsOf(
          where(diff.addedEdges(), ({ renamed }) => !renamed),
          edgeText,
        ),
    },
    {
      sign: '+',
      title: 'Fixed findings',
      count: findings.fixed,
      items: () => itemsOf(diff.fixedFindings(), findingText),
    },
  ]
  return sections.filter(({ count }) => count > 0)
}

/** How many there are of each change, in a few lines; of what there is none, nothing. */
export function* diffCounts({ same, resources, edges, findings, impact }: DiffSummary): Generator<string> {
  if (same) {
    yield 'nothing differs'
    return
  }
  const { renamed, ...counts } = resources
  const lines = [
    listed('resource', counts, renamed),
    listed('edge', { added: edges.added, removed: edges.removed }, edges.renamed),
    findings.new > 0 && plural(findings.new, 'new finding'),
    findings.fixed > 0 && plural(findings.fixed, 'fixed finding'),
  ]
  for (const line of lines) if (line) yield line
  if (impact.things > 0) yield `downstream of what was removed, changed or moved: ${reachedText(impact)}`
}

function listed(noun: string, counts: Readonly<Record<string, number>>, renamed: number): string {
  const parts = Object.entries(counts).filter(([, count]) => count > 0)
  if (parts.length === 0) return ''
  const text = parts
    .map(([what, count], i) => `${i === 0 ? plural(count, noun) : grouped(count)} ${what}`)
    .join(', ')
  return renamed > 0 ? `${text} (${grouped(renamed)} look renamed)` : text
}

function* where<Item>(items: Iterable<Item>, isWanted: (item: Item) => boolean): Generator<Item> {
  for (const item of items) if (isWanted(item)) yield item
}

function* itemsOf<Item>(
  items: Iterable<Item>,
  textOf: (item: Item) => string,
  detailsOf: (item: Item) => readonly string[] = () => [],
): Generator<DiffItem> {
  for (const item of items) yield { text: textOf(item), details: detailsOf(item) }
}

/** `dashboard 'sales', 'Sales of the year'`. */
function nameText({ type, id, title }: DiffResource): string {
  const known = ENTITY_TYPES.some((one) => one === type)
  const kind = known ? type : type === '' ? 'resource' : `resource of type ${quote(type)}`
  return `${kind} ${quote(id)}${title === '' || title === id ? '' : `, ${quote(title)}`}`
}

const withInside = ({ inside }: { readonly inside: number }): string =>
  inside === 0 ? '' : `, with ${grouped(inside)} inside`

const parentText = (id: string | null): string => (id === null ? 'no parent' : quote(id))

const fieldText = ({ field, base, head }: FieldChange): string =>
  `${field}: ${valueText(base)} → ${valueText(head)}`

const valueText = (value: unknown): string => {
  if (value === null) return 'unset'
  if (typeof value === 'string') return quote(value)
  return Array.isArray(value) ? value.map(valueText).join(', ') || 'none' : String(value)
}

const findingText = (finding: Finding): string =>
  [whereText(finding), finding.severity, finding.rule, finding.message]
    .filter((part) => part !== undefined)
    .join(' ')

/** As many things downstream as are named. */
const NAMED = 5

/** `: 2 dashboards, 3 charts downstream: 'sales', 'costs', …`; nothing where nothing is. */
function impactText(impact: Impact | null): string {
  if (impact === null) return ': what is downstream was not counted for each of so many'
  if (impact.things === 0) return ''
  const { examples, dashboards, charts, tables } = impact
  const names = examples.slice(0, NAMED).map(({ id }) => quote(id))
  const more = dashboards + charts + tables - names.length
  const named =
    names.length === 0 ? '' : `, ${names.join(', ')}${more > 0 ? ` and ${grouped(more)} more` : ''}`
  return `: ${reachedText(impact)} downstream${named}`
}

function reachedText({ dashboards, charts, tables, things }: Omit<Impact, 'examples'>): string {
  const parts = [
    dashboards > 0 && plural(dashboards, 'dashboard'),
    charts > 0 && plural(charts, 'chart'),
    tables > 0 && plural(tables, 'table'),
  ].filter((part) => part !== false)
  return parts.length > 0 ? parts.join(', ') : plural(things, 'thing')
}
