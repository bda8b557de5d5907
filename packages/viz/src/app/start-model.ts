import { batch, computed, effect, signal } from '@preact/signals'
import { FEW } from '../panels/details.tsx'
import type { Following, Model, OpenedRun, Stage } from '../panels/model.ts'
import { fit, opening, reveal, type Size } from '../scene/camera.ts'
import { lightUp, lightUpLine, type Light } from '../scene/light-up.ts'
import { lineBetween, prepare, type Prepared } from '../scene/prepared.ts'
import { nearestTo, walk } from '../scene/walk.ts'
import type { RunInput } from '../source/run-input.ts'
import { isStep, type Camera, type Selection, type View } from '../state/view.ts'
import { startClient, type Client } from '../worker/client.ts'
import type { EdgeDetails, Progress, ThingDetails } from '../worker/protocol.ts'
import { keepInPlace } from './keep-in-place.ts'
import { startMover } from './move-pictures.ts'

/** What the model cannot have of itself. */
export interface ModelWish {
  readonly view: View
  readonly prefersDark: boolean
  /** Tells the address what is seen; a step is something that "back" undoes. */
  onView(view: View, isStep: boolean): void
}

export interface StartedModel extends Model {
  /** Reads a run. What is read while another is seen replaces it in its place. */
  open(inputs: readonly RunInput[], name: string): Promise<void>
  /** Goes to a view that the address holds. */
  goTo(view: View): void
  fail(what: string, help: string): void
  setStage(stage: Stage): void
  setFollowing(following: Following): void
  setPrefersDark(prefersDark: boolean): void
  /** What to do with files that somebody gives to the page. */
  onFiles: (files: readonly RunInput[]) => void
}

/** What the minimap covers, with room around it; on a narrow page it is not there. */
const corner = (): Size => (innerWidth < 720 ? { width: 0, height: 0 } : { width: 180, height: 136 })

type Lever = Parameters<Model['takeLever']>[0]

export function startModel(wished: ModelWish): StartedModel {
  const stage = signal<Stage>({ kind: 'waiting' })
  const run = signal<OpenedRun | null>(null)
  const view = signal(wished.view)
  const prefersDark = signal(wished.prefersDark)
  const picture = signal<Prepared | null>(null)
  const camera = signal<Camera>(wished.view.camera ?? { x: 0, y: 0, k: 1 })
  const size = signal<Size>({ width: 0, height: 0 })
  const hovered = signal(-1)
  const located = signal<readonly number[]>([])
  const details = signal<ThingDetails | EdgeDetails | null>(null)
  const most = signal(FEW)
  const following = signal<Following>('none')
  const said = signal('')
  const { moving, show: showPicture } = startMover(
    () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  )
  let lever: Lever = null
  let openings = 0
  let drawings = 0

  const onProgress = (progress: Progress): void => {
    if (stage.peek().kind === 'reading') stage.value = { kind: 'reading', progress }
  }
  let client = startClient(onProgress)
  const ask: Client['ask'] = (question, ...args) => client.ask(question, ...args)

  const selection = computed(() => view.value.selection)
  const level = computed(() => view.value.level)
  const off = computed(() => view.value.off.join('\n'))
  const wish = computed(() => ({ level: level.value, off: off.value === '' ? [] : off.value.split('\n') }))
  const isDark = computed(() =>
    view.value.theme === 'system' ? prefersDark.value : view.value.theme === 'dark',
  )
  const chosen = computed<ReadonlySet<number>>(() => {
    const [shown, chosenNow] = [picture.value, selection.value]
    if (!shown || chosenNow?.kind !== 'thing') return new Set()
    const card = shown.cardOfKey.get(chosenNow.key)
    return new Set(card === undefined ? located.value : [card])
  })
  const light = computed<Light | null>(() => {
    const [shown, chosenNow] = [picture.value, selection.value]
    if (!shown) return null
    if (chosenNow?.kind === 'edge') {
      const line = lineBetween(shown, chosenNow.from, chosenNow.to)
      return line < 0 ? null : lightUpLine(shown.lines, shown.adjacency, line)
    }
    if (chosen.value.size > 0) return lightUp(shown.lines, shown.adjacency, [...chosen.value])
    return hovered.value >= 0 && hovered.value < shown.things.count
      ? lightUp(shown.lines, shown.adjacency, [hovered.value])
      : null
  })

  const moveTo = (to: Camera, smoothly = false): void => {
    if (lever && size.peek().width > 0) lever.moveTo(to, smoothly)
    else camera.value = to
  }
  const change = (part: Partial<View>): void => {
    const [before, after] = [view.peek(), { ...view.peek(), ...part }]
    if (JSON.stringify(before) === JSON.stringify(after)) return
    view.value = after
    wished.onView(after, isStep(before, after))
  }
  const select = (to: Selection | null): void => {
    batch(() => {
      most.value = FEW
      change(to ? { selection: to, tab: 'details' } : { selection: null, finding: null })
    })
  }
  const lookAt = (cards: Iterable<number>): void => {
    const shown = picture.peek()
    const [first] = cards
    if (!shown || first === undefined || size.peek().width === 0) return
    const [x, y] = [shown.things.x[first]!, shown.things.y[first]!]
    const [width, height] = [shown.things.width[first]!, shown.things.height[first]!]
    // So far out that cards are tiles: what is looked for must be readable.
    const near = camera.peek().k < 0.45 ? { x: x + width / 2, y: y + height / 2, k: 0.8 } : camera.peek()
    const to = reveal(near, size.peek(), { x, y, width, height })
    if (to.x === camera.peek().x && to.y === camera.peek().y && to.k === camera.peek().k) return
    moveTo(to, true)
    change({ camera: to })
  }

  /** A picture takes the place of the one before; what one looks at stays where it is. */
  const put = (next: Prepared): void => {
    const before = picture.peek()
    batch(() => {
      hovered.value = -1
      picture.value = next
      showPicture(next, before?.view === next.view)
    })
    if (view.peek().camera === null) moveTo(opening(next.bounds, size.peek(), corner()))
    else if (before && before.view === next.view) {
      const kept = keepInPlace(before, next, camera.peek(), chosen.peek())
      if (kept !== camera.peek()) {
        moveTo(kept)
        change({ camera: kept })
      }
    }
  }

  // A picture for each run and each wish; a newer one wins.
  effect(() => {
    if (!run.value) return
    const turn = ++drawings
    void ask('draw', wish.value).then(
      (drawn) => {
        if (turn !== drawings) return
        put(prepare(drawn))
        if (stage.peek().kind !== 'ready') stage.value = { kind: 'ready' }
      },
      (error: Error) =>
        fail('The picture could not be made', `${error.message}. This is our own fault: please report it.`),
    )
  })
  // The whole picture, while nobody has moved the camera.
  effect(() => {
    const [shown, window] = [picture.value, size.value]
    if (shown && window.width > 0 && view.value.camera === null)
      moveTo(opening(shown.bounds, window, corner()))
  })
  effect(() => {
    const window = size.value
    if (window.width > 0 && view.peek().camera) moveTo(view.peek().camera!)
  })
  // What shows a thing that is no card itself: its table, or the tables in it.
  effect(() => {
    const [shown, chosenNow] = [picture.value, selection.value]
    if (!shown || !run.value || chosenNow?.kind !== 'thing' || shown.cardOfKey.has(chosenNow.key)) return
    void ask('locate', chosenNow.key, wish.peek()).then((keys) => {
      if (picture.peek() !== shown || selection.peek() !== chosenNow) return
      located.value = keys.map((key) => shown.cardOfKey.get(key)).filter((card) => card !== undefined)
    })
  })
  let describing = 0
  effect(() => {
    const turn = ++describing
    const chosenNow = selection.value
    if (!run.value || !picture.value || !chosenNow) {
      details.value = null
      return
    }
    const rows = most.value
    const asked =
      chosenNow.kind === 'thing'
        ? ask('describe', chosenNow.key, rows)
        : ask('describeEdge', chosenNow.from, chosenNow.to, wish.peek(), rows)
    void asked.then((described) => {
      if (turn === describing) details.value = described
    })
  })
  effect(() => {
    const described = details.value
    const lit = light.peek()
    if (!described) return
    const name =
      described.kind === 'thing' ? described.name : `${described.from.name} to ${described.to.name}`
    const around = lit ? `, ${lit.upstream} upstream, ${lit.downstream} downstream` : ''
    said.value = `${name} selected${around}`
  })

  const fail = (what: string, help: string): void => {
    stage.value = { kind: 'broken', what, help, findings: [] }
  }

  const open = async (inputs: readonly RunInput[], name: string): Promise<void> => {
    const turn = ++openings
    if (run.peek() === null || stage.peek().kind !== 'ready')
      stage.value = { kind: 'reading', progress: null }
    try {
      const facts = await ask('open', inputs)
      if (turn !== openings) return
      if (facts.isEmpty) {
        const { rows } = await ask('findings', { mute: [], from: 0, count: 5, focus: null })
        run.value = null
        stage.value = {
          kind: 'broken',
          what: 'Nothing is declared in there',
          help: 'A run is lines of JSON: resources with a databuilder_id, and lineage with two identifiers.',
          findings: rows,
        }
        return
      }
      if (run.peek()) said.value = 'The run has changed and was read again'
      run.value = { facts, name, version: turn }
    } catch (error) {
      if (turn === openings)
        fail('The run could not be read', error instanceof Error ? error.message : String(error))
    }
  }

  const model: StartedModel = {
    ...{
      stage,
      run,
      view,
      wish,
      picture,
      moving,
      camera,
      size,
      hovered,
      chosen,
      light,
      details,
      following,
      said,
      isDark,
      most,
    },
    outlineOpen: signal(innerWidth >= 1024),
    sideOpen: signal(innerWidth >= 1024),
    keysOpen: signal(false),
    ask,
    change,
    select(to) {
      select(to)
      if (to && innerWidth >= 720) model.sideOpen.value = true
    },
    show(key) {
      const { tab } = view.peek()
      select({ kind: 'thing', key })
      if (tab === 'findings' && view.peek().finding !== null) change({ tab })
      if (innerWidth < 1024) model.outlineOpen.value = false
      const shown = picture.peek()
      if (!shown) return
      if (shown.cardOfKey.has(key)) lookAt(chosen.peek())
      else
        void ask('locate', key, wish.peek()).then((keys) => {
          lookAt(keys.map((one) => shown.cardOfKey.get(one)).filter((card) => card !== undefined))
        })
    },
    walk(direction) {
      const shown = picture.peek()
      if (!shown || shown.things.count === 0) return
      const [here] = chosen.peek()
      const next =
        here === undefined
          ? nearestTo(shown.things, camera.peek())
          : walk(shown.things, shown.lines, shown.adjacency, here, direction)
      if (next >= 0) model.show(shown.things.keys[next]!)
    },
    fit() {
      const shown = picture.peek()
      if (!shown) return
      const whole = fit(shown.bounds, size.peek(), corner())
      moveTo(whole, true)
      change({ camera: whole })
    },
    zoomBy: (factor) => lever?.scaleBy(factor),
    moveTo(to, smoothly) {
      moveTo(to, smoothly)
      change({ camera: to })
    },
    takeLever(to) {
      lever = to
      const shown = picture.peek()
      if (lever && shown) moveTo(view.peek().camera ?? opening(shown.bounds, size.peek(), corner()))
    },
    openFiles: (files) => model.onFiles(files),
    cancel() {
      openings++
      client.stop()
      client = startClient(onProgress)
      run.value = null
      picture.value = null
      stage.value = { kind: 'empty' }
    },
    open,
    goTo(to) {
      batch(() => (view.value = to))
      const shown = picture.peek()
      if (to.camera) moveTo(to.camera, true)
      else if (shown) moveTo(opening(shown.bounds, size.peek(), corner()), true)
    },
    fail,
    setStage: (to) => (stage.value = to),
    setFollowing: (to) => (following.value = to),
    setPrefersDark: (dark) => (prefersDark.value = dark),
    onFiles: () => {},
  }
  return model
}
