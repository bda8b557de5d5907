import { edgesBehind, keyOfThing, textOfLineAt, thingOfKey, type Location } from '@lineagraph/core'
import { layoutMemory } from '../layout/layout-memory.ts'
import type { Picture } from '../scene/picture.ts'
import { keepKnown } from '../state/actions.ts'
import { changeRows } from './change-rows.ts'
import { circleOfFinding, circlesOfRun } from './circle-rows.ts'
import { columnNames } from './column-names.ts'
import { compose, type Composed } from './compose.ts'
import { describe, describeEdge } from './details.ts'
import { draw } from './draw.ts'
import { findingDetails, findingsTeller } from './findings.ts'
import { impactTeller, type ImpactTeller } from './impact.ts'
import { openRun, type OpenRun, type Surroundings } from './open-run.ts'
import { outlineOf, wayTo } from './outline.ts'
import { pathsBetween } from './path-rows.ts'
import type { PictureWish, Question, Questions } from './protocol.ts'
import { recent } from './recent.ts'
import { searcherOf, type Searcher } from './searcher.ts'
import { endOfKey, keysThatShow } from './shown-keys.ts'
import { pause, takeSteps } from './take-steps.ts'

/** Past this many things the outline is not opened as far as the picture is. */
const MOST_OUTLINED = 300
/** So many pictures are kept: back and forward show them at once. */
const KEPT = 8
/** A layout that takes longer than this many milliseconds is given up: the picture stays, or, where there is none, shows less. */
const DEADLINE = 20_000
const TOO_LONG = `Laying this out takes longer than ${DEADLINE / 1000} s: the picture is the one from before.`
/** What a lineage view shows at most when its layout has taken too long. */
const FEWER = 300

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
  let impacts: ImpactTeller | undefined
  let findingsNow: ReturnType<typeof findingsTeller> | undefined
  let composedOf = recent<Composed>(KEPT)
  let pictures = recent<Picture>(KEPT)
  let seen: Picture | null = null
  const memory = layoutMemory()
  let drawings = 0
  let openings = 0
  const current = (): OpenRun => {
    if (!opened) throw new Error('no run is open')
    return opened
  }
  const composed = (wish: PictureWish, most?: number): Composed => {
    const { sheet, readable } = current()
    const make = (): Composed => compose(sheet.atlas, sheet.signs, wish, readable, most)
    return most === undefined ? composedOf(JSON.stringify(wish), make) : make()
  }
  /** Null where a newer picture is wished for, undefined where it took too long. */
  const drawn = (wish: PictureWish, what: Composed, turn: number): Promise<Picture | null | undefined> => {
    const isSameView = seen?.view === (what.near ? 'lineage' : 'map')
    const steps = draw(current().sheet, what, {
      off: wish.off,
      direction: wish.flow === 'auto' ? (wish.isNarrow ? 'down' : 'right') : wish.flow,
      before: isSameView ? seen : null,
      memory,
      now: surroundings.now,
    })
    return takeSteps(steps, { now: surroundings.now, isWanted: () => turn === drawings, deadline: DEADLINE })
  }
  return {
    async open(inputs, plan, base) {
      const turn = ++openings
      const run = await openRun(inputs, surroundings, plan, base)
      if (turn === openings) {
        drawings++
        opened = run
        searcher = undefined
        impacts = undefined
        findingsNow = undefined
        composedOf = recent(KEPT)
        pictures = recent(KEPT)
      }
      return run.facts
    },
    async draw(wish) {
      const turn = ++drawings
      const text = JSON.stringify(wish)
      const known = pictures.known(text)
      if (known) return (seen = known)
      await pause() // a newer wish may be waiting already
      if (turn !== drawings) return null
      let picture = await drawn(wish, composed(wish), turn)
      if (picture === undefined && seen?.view === wish.kind) return { ...seen, notices: [TOO_LONG] }
      if (picture === undefined) picture = await drawn(wish, composed(lighter(wish), FEWER), turn)
      if (picture === undefined) throw new Error(`the layout took longer than ${DEADLINE / 1000} s`)
      return picture && (seen = pictures(text, () => picture))
    },
    locate(key, wish) {
      const { atlas } = current().sheet
      return keysThatShow(atlas, composed(wish), key)
    },
    around(key) {
      const { graph, tree } = current().sheet.atlas
      const thing = thingOfKey(graph, tree, key)
      const keys: string[] = []
      if (thing === undefined) return keys
      const card = tree.order[tree.at[thing]!]!
      for (let above = tree.parents[card]!; above >= 0; above = tree.parents[above]!)
        keys.push(keyOfThing(graph, tree, above))
      return keys.reverse()
    },
    settle(view) {
      const { graph, tree } = current().sheet.atlas
      const isThing = (key: string): boolean => thingOfKey(graph, tree, key) !== undefined
      return keepKnown(view, (key) => isThing(key.replace(/^stack:(fan|circle):/, '')))
    },
    paths(from, to, wish, most) {
      return pathsBetween(current().sheet, from, to, wish, most)
    },
    columnsOf(keys, most) {
      return keys.map((key) => columnNames(current().sheet.atlas, key, most))
    },
    circles(from, count) {
      return circlesOfRun(current().sheet, from, count)
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
      const { atlas } = current().sheet
      const { visible } = composed(wish)
      if (visible.things.length > MOST_OUTLINED) return []
      return Array.from(visible.things)
        .filter((thing, index) => visible.isBox[index] && thing < atlas.graph.nodeCount)
        .map((thing) => atlas.graph.keyOf(thing))
    },
    describe(key, most) {
      const { sheet, findingsOfNode } = current()
      const node = sheet.atlas.graph.nodeOfKey(key)
      return node === undefined ? null : describe(sheet, node, findingsOfNode.get(node) ?? [], most)
    },
    describeEdge(from, to, wish, most) {
      const { atlas, signs } = current().sheet
      const shown = composed(wish)
      const [one, other] = [endOfKey(atlas, signs, shown, from), endOfKey(atlas, signs, shown, to)]
      if (!one || !other) return null
      const edges = edgesBehind(atlas, shown.visible, one, other)
      return describeEdge(atlas.graph, one.named, other.named, edges, most)
    },
    findings(wish) {
      const { report, findings } = current()
      return (findingsNow ??= findingsTeller(report, findings))(wish)
    },
    finding(fingerprint) {
      const { report, findings, sheet } = current()
      const finding = findings.find((one) => one.fingerprint === fingerprint)
      const lineAt = ({ file, line }: Location): string | undefined =>
        textOfLineAt(report.graph.run, file, line)
      return finding
        ? findingDetails(
            report.graph,
            finding,
            circleOfFinding(sheet, finding),
            lineAt,
            () => sheet.circles().declared,
          )
        : null
    },
    search(text, from, count) {
      const { report, findings } = current()
      searcher ??= searcherOf(report.graph, () => findings)
      return searcher.search(text, from, count)
    },
    changes(from, count) {
      const { diff } = current()
      return diff ? changeRows(diff, from, count) : { rows: [], from, total: 0 }
    },
    impact(wish, from, count) {
      return (impacts ??= impactTeller(current().sheet)).impact(wish, from, count)
    },
    impactText(wish, format) {
      return (impacts ??= impactTeller(current().sheet)).text(wish, format)
    },
  }
}

/** The same view with what makes it large closed again. */
const lighter = (wish: PictureWish): PictureWish => ({ ...wish, level: 0, opened: [], expanded: [] })
