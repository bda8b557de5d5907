import { isContainer, keyOfThing, thingOfKey } from '@lineagraph/core'
import { finish } from '../layout/finish.ts'
import { layoutMemory } from '../layout/boxes/layout-memory.ts'
import type { Picture } from '../scene/picture/picture.ts'
import { keepKnown } from '../state/actions.ts'
import { columnNames } from './names/column-names.ts'
import type { composeLineage as composesLineage } from './pictures/compose-lineage.ts'
import { composeMap } from './pictures/compose-map.ts'
import type { Composed } from './pictures/composed.ts'
import { draw } from './pictures/draw.ts'
import { openingLevel } from './pictures/opening-level.ts'
import { openRun, type OpenRun, type Surroundings } from './open-run.ts'
import type { outlineAnswers } from './outline-answers.ts'
import type { PanelAnswers } from './panel-answers.ts'
import type { PictureWish } from './pictures/picture-wish.ts'
import type { Question, Questions } from './protocol.ts'
import { recent } from './recent.ts'
import { keysThatShow } from './pictures/shown-keys.ts'
import { pause, takeSteps } from './pictures/take-steps.ts'

/** Past this many things the outline is not opened as far as the picture is. */
const MOST_OUTLINED = 300
/** So many pictures are kept: back and forward show them at once. */
const KEPT = 8
/** A layout that takes longer than this many milliseconds is given up: the picture stays, or, where there is none, shows less. */
const DEADLINE = 20_000
const TOO_LONG = `Laying this out takes longer than ${DEADLINE / 1000} s: the picture is the one from before.`
/** More inside a container than this is not drawn by itself first. */
const MOST_INSIDE = 500
/** What a lineage view shows at most when its layout has taken too long. */
const FEWER = 300

/** What answers the page's questions, each at once or later. */
export type Answers = {
  readonly [Q in Question]: (
    ...args: Parameters<Questions[Q]>
  ) => ReturnType<Questions[Q]> | Promise<ReturnType<Questions[Q]>>
}

interface Ahead {
  /** The wish. */
  readonly text: string
  readonly drawing: Promise<Picture | null>
}

/** Whether filters leave out most of what is seen, or bring most of it: places kept would be far apart, or in each other's way. */
function isOther(seen: Picture, { visible }: Composed): boolean {
  const [before, after] = [seen.tally.things, visible.thingParts]
  const [fewer, more] = [before.drawn, after.drawn].sort((one, other) => one - other)
  return before.hidden !== after.hidden && 2 * fewer! < more!
}

/** Answers what the page asks, about the run that it opened last. */
export function startSession(surroundings: Surroundings): Answers {
  let opened: OpenRun | undefined
  let panelsNow: Promise<PanelAnswers> | undefined
  let outlineNow: Promise<ReturnType<typeof outlineAnswers>> | undefined
  let composeLineage: typeof composesLineage | undefined
  let composedOf = recent<Composed>(KEPT)
  let pictures = recent<Picture>(KEPT)
  let seen: Picture | null = null
  /** What is being drawn ahead. */
  let ahead: Ahead | null = null
  const memory = layoutMemory()
  let drawings = 0
  let openings = 0
  const current = (): OpenRun => {
    if (!opened) throw new Error('no run is open')
    return opened
  }
  /** The page opens with the Map: what composes the lineage view is loaded when somebody wishes for it first, or when the first picture is there. */
  const ready = async (kind: PictureWish['kind']): Promise<void> => {
    if (kind === 'lineage') composeLineage ??= (await import('./pictures/compose-lineage.ts')).composeLineage
  }
  /** What composes the view is `ready`. */
  const composed = (wish: PictureWish, most?: number): Composed => {
    const { sheet, readable } = current()
    const make = (): Composed =>
      wish.kind === 'map'
        ? composeMap(sheet.atlas, sheet.signs, wish, readable)
        : composeLineage!(sheet.atlas, sheet.signs, wish, () => sheet.circles().declared, readable, most)
    return most === undefined ? composedOf(JSON.stringify(wish), make) : make()
  }
  /** What they take is loaded when somebody asks first, or when the first picture is there: the page opens without it. */
  const panels = (): Promise<PanelAnswers> => {
    const run = current()
    return (panelsNow ??= import('./panel-answers.ts').then((m) => m.panelAnswers(run, composed)))
  }
  const outline = (): Promise<ReturnType<typeof outlineAnswers>> => {
    const run = current()
    return (outlineNow ??= import('./outline-answers.ts').then((m) => m.outlineAnswers(run)))
  }
  /** Null where it is no longer wanted, undefined where it took too long. */
  const drawn = (
    wish: PictureWish,
    what: Composed,
    isWanted: () => boolean,
  ): Promise<Picture | null | undefined> => {
    const direction = directionOf(wish)
    const isSameView = seen?.view === (what.near ? 'lineage' : 'map') && seen.direction === direction
    const steps = draw(current().sheet, what, {
      off: wish.off,
      direction,
      isNarrow: wish.isNarrow,
      before: isSameView && !isOther(seen!, what) ? seen : null,
      memory,
      now: surroundings.now,
    })
    return takeSteps(steps, { now: surroundings.now, isWanted, deadline: DEADLINE })
  }
  return {
    async open(inputs, plan, base) {
      const turn = ++openings
      const run = await openRun(inputs, surroundings, plan, base)
      const level = await takeSteps(
        openingLevel(run.sheet, run.readable, { memory, now: surroundings.now }),
        {
          now: surroundings.now,
          isWanted: () => turn === openings,
          deadline: DEADLINE,
        },
      )
      if (turn === openings) {
        drawings++
        ahead = null
        opened = { ...run, readable: level ?? run.readable }
        panelsNow = undefined
        outlineNow = undefined
        composedOf = recent(KEPT)
        pictures = recent(KEPT)
      }
      return run.facts
    },
    async draw(wish) {
      const turn = ++drawings
      const isWanted = (): boolean => turn === drawings
      const text = JSON.stringify(wish)
      if (ahead?.text !== text) ahead = null
      const known = pictures.known(text) ?? (await ahead?.drawing)
      if (!isWanted()) return null
      if (known) return (seen = known)
      await ready(wish.kind)
      await pause() // a newer wish may be waiting already
      if (!isWanted()) return null
      let picture = await drawn(wish, composed(wish), isWanted)
      if (picture === undefined && seen?.view === wish.kind) return { ...seen, notices: [TOO_LONG] }
      if (picture === undefined) picture = await drawn(wish, composed(lighter(wish), FEWER), isWanted)
      if (picture === undefined) throw new Error(`the layout took longer than ${DEADLINE / 1000} s`)
      for (const later of [panels(), outline(), ready('lineage'), import('../source/gunzip.ts')])
        later.catch(() => {}) // whoever asks is told
      return picture && (seen = pictures(text, () => picture))
    },
    drawInside(key, wish) {
      const { sheet, readable } = current()
      const { atlas, signs } = sheet
      const thing = thingOfKey(atlas.graph, atlas.tree, key)
      if (wish.kind !== 'map' || thing === undefined || !isContainer(atlas.tree, thing)) return null
      const inside = composeMap(atlas, signs, wish, readable, thing)
      if (inside.visible.things.length > MOST_INSIDE) return null
      const { off } = wish
      return finish(
        draw(sheet, inside, {
          ...{
            off,
            direction: directionOf(wish),
            isNarrow: wish.isNarrow,
            before: null,
            partOf: seen,
            memory,
          },
          now: surroundings.now,
        }),
      )
    },
    async foresee(wish) {
      const text = JSON.stringify(wish)
      const known = pictures.known(text)
      if (known) return known
      if (ahead?.text === text) return await ahead.drawing
      const isWanted = (): boolean => ahead === own
      const own: Ahead = {
        text,
        drawing: pause().then(async () => {
          await ready(wish.kind)
          const picture = isWanted() ? await drawn(wish, composed(wish), isWanted) : null
          return picture && isWanted() ? pictures(text, () => picture) : null
        }),
      }
      ahead = own
      return await own.drawing
    },
    see(wish) {
      const known = pictures.known(JSON.stringify(wish))
      if (!known) return false
      drawings++
      ahead = null
      seen = known
      return true
    },
    async locate(key, wish) {
      await ready(wish.kind)
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
    columnsOf(keys, most) {
      return keys.map((key) => columnNames(current().sheet.atlas, key, most))
    },
    outline: async (...args) => (await outline()).outline(...args),
    wayTo: async (...args) => (await outline()).wayTo(...args),
    async openAtFirst(wish) {
      await ready(wish.kind)
      const { atlas } = current().sheet
      const { visible } = composed(wish)
      if (visible.things.length > MOST_OUTLINED) return []
      return Array.from(visible.things)
        .filter((thing, index) => visible.isBox[index] && thing < atlas.graph.nodeCount)
        .map((thing) => atlas.graph.keyOf(thing))
    },
    paths: async (...args) => (await panels()).paths(...args),
    circles: async (...args) => (await panels()).circles(...args),
    describe: async (...args) => (await panels()).describe(...args),
    async describeEdge(from, to, wish, most) {
      await ready(wish.kind)
      return (await panels()).describeEdge(from, to, wish, most)
    },
    findings: async (...args) => (await panels()).findings(...args),
    finding: async (...args) => (await panels()).finding(...args),
    search: async (...args) => (await panels()).search(...args),
    changes: async (...args) => (await panels()).changes(...args),
    impact: async (...args) => (await panels()).impact(...args),
    impactText: async (...args) => (await panels()).impactText(...args),
  }
}

const directionOf = ({ flow, isNarrow }: PictureWish): 'right' | 'down' =>
  flow === 'auto' ? (isNarrow ? 'down' : 'right') : flow

/** The same view with what makes it large closed again. */
const lighter = (wish: PictureWish): PictureWish => ({ ...wish, level: 0, opened: [], expanded: [] })
