import { isContainer, thingOfKey } from '@lineagraph/core'
import type { LayoutMemory } from '../layout/boxes/layout-memory.ts'
import { finish } from '../layout/finish.ts'
import type { Picture } from '../scene/picture/picture.ts'
import { isStack } from '../state/view.ts'
import { litTeller } from './answers/lit-reach.ts'
import { wayMarks } from './pictures/path-marks.ts'
import type { Composer } from './composer.ts'
import type { OpenRun } from './open-run.ts'
import { composeMap } from './pictures/compose-map.ts'
import type { Composed } from './pictures/composed.ts'
import { contentName } from './pictures/content-name.ts'
import { draw } from './pictures/draw.ts'
import { mapRoom } from './pictures/map-room.ts'
import { directionOf, type PictureWish } from './pictures/picture-wish.ts'
import { pause, takeSteps } from './pictures/take-steps.ts'
import { recent } from './recent.ts'
import type { Answers } from './protocol.ts'

/** So many pictures are kept: back and forward show them at once. */
export const KEPT = 8
/** What so many pictures show can be worked out again: more than are kept, or seen on the way. */
const NUMBERED = 64
/** A layout that takes longer than this many milliseconds is given up: the picture stays, or, where there is none, shows less. */
export const DEADLINE = 20_000
const TOO_LONG = `Laying this out takes longer than ${DEADLINE / 1000} s: the picture is the one from before.`
/** More inside a container than this is not drawn by itself first. */
const MOST_INSIDE = 500
/** What a lineage view shows at most when its layout has taken too long. */
const FEWER = 300

/** The run that pictures are drawn of, and what composes its views. */
export interface DrawnRun {
  readonly run: OpenRun
  readonly composer: Composer
}

interface PicturesWish {
  readonly current: () => DrawnRun
  /** Of boxes, from picture to picture and from run to run. */
  readonly memory: LayoutMemory
  /** Milliseconds. */
  readonly now: () => number
  /** Called when a picture was drawn that is going to be seen. */
  readonly onDrawn: () => void
}

interface Ahead {
  /** The wish. */
  readonly text: string
  readonly drawing: Promise<Picture | null>
}

export interface StartedPictures {
  readonly answers: Pick<Answers, 'draw' | 'drawInside' | 'foresee' | 'see' | 'lit' | 'litWay'>
  /** Lets go of the pictures of the run before. What is seen stays: what the next run has too keeps its place. */
  forget(): void
}

/** Draws the pictures that the page wishes for: of each the newest wish, those that come next ahead, and keeps the last ones. */
export function startPictures({ current, memory, now, onDrawn }: PicturesWish): StartedPictures {
  let pictures = recent<Picture>(KEPT)
  /** Of the Map, by what they show: closing what was opened gives exactly the picture that there was. */
  let maps = recent<Picture>(KEPT)
  /** By level and direction: a run that is read again gives names no other room. */
  const rooms = new Map<string, number>()
  let seen: Picture | null = null
  /** What is being drawn ahead. */
  let ahead: Ahead | null = null
  let drawings = 0
  let numbered = 0
  /** What those show that were drawn last, by their numbers. */
  let composedAs = recent<() => Composed>(NUMBERED)
  let lit: ReturnType<typeof litTeller> | undefined
  /** The room for names in Maps of a level; null where they are no longer wanted. */
  const roomIn = async (
    level: number,
    wish: PictureWish,
    isWanted: () => boolean,
  ): Promise<number | null> => {
    const direction = directionOf(wish)
    const { isNarrow } = wish
    const name = `${level} ${direction} ${isNarrow}`
    const known = rooms.get(name)
    if (known !== undefined) return known
    const steps = mapRoom(current().run.sheet, level, { direction, isNarrow, memory, now })
    const room = await takeSteps(steps, { now, isWanted, deadline: DEADLINE })
    if (room === null) return null
    rooms.set(name, room ?? 0)
    return room ?? 0
  }
  /** Null where it is no longer wanted, undefined where it took too long. */
  const drawn = async (
    wish: PictureWish,
    isWanted: () => boolean,
    most?: number,
  ): Promise<Picture | null | undefined> => {
    const compose = (): Composed => current().composer.composed(wish, most)
    const what = compose()
    const name = what.near ? null : contentName(wish, what)
    const same = name === null ? undefined : maps.known(name)
    const number = same?.number ?? ++numbered
    composedAs(String(number), () => compose)
    if (same) return same
    const direction = directionOf(wish)
    const nameRoom = what.near ? undefined : await roomIn(what.level, wish, isWanted)
    if (nameRoom === null) return null
    const isSameView = seen?.view === (what.near ? 'lineage' : 'map') && seen.direction === direction
    const kept = isSameView && !isOther(seen!, what) ? seen : null
    const folded = kept ? null : foldedOf(wish)
    const before = folded ? await drawn(folded, isWanted, most) : kept
    if (before === undefined || (folded && !before)) return before
    const { off, isNarrow } = wish
    const steps = draw(current().run.sheet, what, {
      ...{ number, off, direction, isNarrow, before, memory, now },
      ...(nameRoom !== undefined && { nameRoom }),
    })
    const picture = await takeSteps(steps, { now, isWanted, deadline: DEADLINE })
    return picture && name !== null ? maps(name, () => picture) : picture
  }
  return {
    forget() {
      drawings++
      ahead = null
      pictures = recent(KEPT)
      maps = recent(KEPT)
      composedAs = recent(NUMBERED)
      lit = undefined
    },
    answers: {
      async draw(wish) {
        const turn = ++drawings
        const isWanted = (): boolean => turn === drawings
        const text = JSON.stringify(wish)
        if (ahead?.text !== text) ahead = null
        const known = pictures.known(text) ?? (await ahead?.drawing)
        if (!isWanted()) return null
        if (known) return (seen = known)
        const { composer } = current()
        await composer.ready(wish.kind)
        await pause() // a newer wish may be waiting already
        if (!isWanted()) return null
        let picture = await drawn(wish, isWanted)
        if (picture === undefined && seen?.view === wish.kind) return { ...seen, notices: [TOO_LONG] }
        if (picture === undefined) picture = await drawn(lighter(wish), isWanted, FEWER)
        if (picture === undefined) throw new Error(`the layout took longer than ${DEADLINE / 1000} s`)
        onDrawn()
        return picture && (seen = pictures(text, () => picture))
      },
      drawInside(key, wish) {
        const { sheet, readable } = current().run
        const { atlas, signs } = sheet
        const thing = thingOfKey(atlas.graph, atlas.tree, key)
        if (wish.kind !== 'map' || thing === undefined || !isContainer(atlas.tree, thing)) return null
        const inside = composeMap(atlas, signs, wish, readable, thing)
        if (inside.visible.things.length > MOST_INSIDE) return null
        const { off, isNarrow } = wish
        const alone = { off, direction: directionOf(wish), isNarrow, before: null, partOf: seen }
        return finish(draw(sheet, inside, { ...alone, memory, now }))
      },
      async foresee(wish) {
        const text = JSON.stringify(wish)
        const known = pictures.known(text)
        if (known) return known
        if (ahead?.text === text) return await ahead.drawing
        const { composer } = current()
        const isWanted = (): boolean => ahead === own
        const own: Ahead = {
          text,
          drawing: pause().then(async () => {
            await composer.ready(wish.kind)
            const picture = isWanted() ? await drawn(wish, isWanted) : null
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
      lit(number, wish) {
        const compose = composedAs.known(String(number))
        return compose ? (lit ??= litTeller(current().run.sheet))(compose(), wish) : null
      },
      litWay(number, way) {
        const compose = composedAs.known(String(number))
        return compose ? wayMarks(current().run.sheet.atlas, compose(), way) : null
      },
    },
  }
}

/** Whether filters leave out most of what is seen, or bring most of it: places kept would be far apart, or in each other's way. */
function isOther(seen: Picture, { visible }: Composed): boolean {
  const [before, after] = [seen.tally.things, visible.thingParts]
  const [fewer, more] = [before.drawn, after.drawn].sort((one, other) => one - other)
  return before.hidden !== after.hidden && 2 * fewer! < more!
}

/** The same view with all stacks folded; null where none is spread. What these fold stands where they do, whichever way one has come. */
function foldedOf(wish: PictureWish): PictureWish | null {
  const opened = wish.opened.filter((key) => !isStack(key))
  return opened.length < wish.opened.length ? { ...wish, opened } : null
}

/** The same view with what makes it large closed again. */
const lighter = (wish: PictureWish): PictureWish => ({ ...wish, level: 0, opened: [], expanded: [] })
