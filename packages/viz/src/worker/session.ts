import { textOfLineAt, type Location } from '@lineagraph/core'
import type { Level } from '../tokens/looks.ts'
import { describe, describeEdge } from './details.ts'
import { draw, keyOfThing } from './draw.ts'
import { findingDetails, findingsOf } from './findings.ts'
import { openRun, type OpenRun, type Surroundings } from './open-run.ts'
import { outlineOf, wayTo } from './outline.ts'
import type { PictureWish, Question, Questions } from './protocol.ts'
import { searcherOf, type Searcher } from './search.ts'
import type { Shown } from './shown.ts'

/** Past this many cards a picture is not read any more: the run opens at a coarser level. */
const READABLE = 300

/** What answers the page's questions, each at once or later. */
export type Answers = {
  readonly [Q in Question]: (
    ...args: Parameters<Questions[Q]>
  ) => ReturnType<Questions[Q]> | Promise<ReturnType<Questions[Q]>>
}

/** Answers what the page asks, about the run that it opened last. */
export function startSession(surroundings: Surroundings): Answers {
  let opened: OpenRun | undefined
  let searcher: Searcher | undefined
  const current = (): OpenRun => {
    if (!opened) throw new Error('no run is open')
    return opened
  }
  return {
    async open(inputs) {
      opened = await openRun(inputs, surroundings)
      searcher = undefined
      return opened.facts
    },
    draw(wish) {
      const run = current()
      return draw(run.report.graph, shownFor(run, wish), new Set(wish.off), run.marked, surroundings.now)
    },
    locate(key, wish) {
      const run = current()
      return cardsFor(run, shownFor(run, wish), key)
    },
    outline(wish) {
      const { report, tree, badges } = current()
      return outlineOf(report.graph, tree, badges, wish)
    },
    wayTo(key) {
      const { report, tree } = current()
      const node = report.graph.nodeOfKey(key)
      return node === undefined ? [] : wayTo(report.graph, tree, node)
    },
    openAtFirst(wish) {
      const run = current()
      const { graph } = run.report
      const shown = shownFor(run, wish)
      if (shown.things.length > READABLE) return []
      const open = new Set<string>()
      for (const thing of shown.things)
        if (thing < graph.nodeCount && graph.kindOf(thing) === 'resource')
          for (const key of wayTo(graph, run.tree, thing)) open.add(key)
      return [...open]
    },
    describe(key, most) {
      const { report, levels, findingsOfNode } = current()
      const node = report.graph.nodeOfKey(key)
      return node === undefined
        ? null
        : describe(report.graph, node, levels, findingsOfNode.get(node) ?? [], most)
    },
    describeEdge(from, to, wish, most) {
      const run = current()
      const shown = shownFor(run, wish)
      const [one, other] = [thingOfKey(run, shown, from), thingOfKey(run, shown, to)]
      return one === undefined || other === undefined
        ? null
        : describeEdge(run.report.graph, shown, one, other, most)
    },
    findings(wish) {
      const { report, findings } = current()
      return findingsOf(report, findings, wish)
    },
    finding(fingerprint) {
      const { report, findings } = current()
      const finding = findings.find((one) => one.fingerprint === fingerprint)
      const lineAt = ({ file, line }: Location): string | undefined =>
        textOfLineAt(report.graph.run, file, line)
      return finding ? findingDetails(report.graph, finding, lineAt) : null
    },
    search(text, from, count) {
      searcher ??= searcherOf(current().report.graph)
      return searcher.search(text, from, count)
    },
  }
}

/** The level that is wished for, or the finest that can be read. */
function shownFor({ levels }: OpenRun, { level }: PictureWish): Shown {
  if (level !== null) return levels[level]
  const readable = ([2, 1, 0] satisfies Level[]).find((one) => levels[one].things.length <= READABLE)
  return levels[readable ?? 0]
}

function thingOfKey({ report: { graph } }: OpenRun, { groups }: Shown, key: string): number | undefined {
  const group = groups.findIndex((one) => one.key === key)
  return group < 0 ? graph.nodeOfKey(key) : graph.nodeCount + group
}

/** The cards that show a thing: what stands for it, or else what is shown of what is inside it. */
function cardsFor(run: OpenRun, shown: Shown, key: string): string[] {
  const { graph } = run.report
  const node = graph.nodeOfKey(key)
  if (node === undefined) return []
  const above = shown.ancestor[node]!
  if (above >= 0) return [keyOfThing(graph, shown, above)]
  const inside = new Set([node])
  const cards = new Set<number>()
  for (const member of inside)
    for (const child of graph.childrenOf(member)) {
      inside.add(child)
      if (shown.ancestor[child]! >= 0) cards.add(shown.ancestor[child]!)
    }
  return Array.from(cards, (thing) => keyOfThing(graph, shown, thing))
}
