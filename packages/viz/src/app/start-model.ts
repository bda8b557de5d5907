import { batch, computed, effect, signal } from '@preact/signals'
import { FEW } from '../panels/details.tsx'
import type { Following, Model, OpenedRun, Stage } from '../panels/model.ts'
import { fit, reveal, type Size } from '../scene/camera.ts'
import { NOTHING, type Met } from '../scene/meet.ts'
import type { Rect } from '../scene/picture.ts'
import { prepare, type Prepared } from '../scene/prepared.ts'
import { rectOf } from '../scene/rects-of.ts'
import { walkFrom } from '../scene/walk.ts'
import type { GivenRun, RunInput } from '../source/run-input.ts'
import { select, showLineage } from '../state/actions.ts'
import { gesture } from '../state/gestures.ts'
import { vanishedText } from '../state/vanished.ts'
import { isStep, shownOf, type Camera, type Shown, type View } from '../state/view.ts'
import { startClient, type Client } from '../worker/client.ts'
import type { Progress } from '../worker/protocol.ts'
import { pause } from '../worker/take-steps.ts'
import { closedSoon } from './closed-soon.ts'
import { keepInPlace } from './keep-in-place.ts'
import { corner, openingOf } from './opening-of.ts'
import { startMover } from './move-pictures.ts'
import { startChosen } from './start-chosen.ts'
import { showCircle, startCircle } from './start-circle.ts'
import { startColumns } from './start-columns.ts'
import { startDetails } from './start-details.ts'
import { startLight } from './start-light.ts'

/** What the model cannot have of itself. */
export interface ModelWish {
  readonly view: View
  readonly notice: string | null
  readonly prefersDark: boolean
  /** Tells the address what is seen; a step is something that "back" undoes. */
  onView(view: View, isStep: boolean): void
}

export interface StartedModel extends Model {
  /** Reads a run, and checks it as planned. What is read while another is seen replaces it in its place. */
  open(given: GivenRun): Promise<void>
  /** Goes to a view that the address holds. */
  goTo(view: View, notice: string | null): void
  fail(what: string, help: string): void
  setStage(stage: Stage): void
  setFollowing(following: Following): void
  setPrefersDark(prefersDark: boolean): void
  /** What to do with files that somebody gives to the page. */
  onFiles: (files: readonly RunInput[]) => void
}

type Lever = Parameters<Model['takeLever']>[0]

export function startModel(wished: ModelWish): StartedModel {
  const stage = signal<Stage>({ kind: 'waiting' })
  const run = signal<OpenedRun | null>(null)
  const view = signal(wished.view)
  const prefersDark = signal(wished.prefersDark)
  const picture = signal<Prepared | null>(null)
  const camera = signal<Camera>(wished.view.camera ?? { x: 0, y: 0, k: 1 })
  const size = signal<Size>({ width: 0, height: 0 })
  const hovered = signal<Met>(NOTHING)
  const most = signal(FEW)
  const following = signal<Following>('none')
  const said = signal('')
  const notice = signal(wished.notice ?? '')
  const isNarrow = signal(innerWidth < 720)
  matchMedia('(max-width: 719px)').addEventListener('change', ({ matches }) => (isNarrow.value = matches))
  const { moving, show: showPicture } = startMover(
    () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  )
  let lever: Lever = null
  let openings = 0
  let drawings = 0
  /** What somebody has opened or closed in its place: it stays where it is. */
  let held: string | null = null
  let seenWish = ''

  const onProgress = (progress: Progress): void => {
    if (stage.peek().kind === 'reading') stage.value = { kind: 'reading', progress }
  }
  let client = startClient(onProgress)
  const ask: Client['ask'] = (question, ...args) => client.ask(question, ...args)

  // As text, so that what only moves the camera wishes for no new picture.
  const selectionText = computed(() => JSON.stringify(view.value.selection))
  const edgeText = computed(() => JSON.stringify(view.value.edge))
  const selection = computed(() => JSON.parse(selectionText.value) as View['selection'])
  const edge = computed(() => JSON.parse(edgeText.value) as View['edge'])
  const shownText = computed(() => JSON.stringify(shownOf(view.value)))
  const wish = computed(() => ({ ...(JSON.parse(shownText.value) as Shown), isNarrow: isNarrow.value }))
  const isDark = computed(() =>
    view.value.theme === 'system' ? prefersDark.value : view.value.theme === 'dark',
  )
  const chosen = startChosen({ run, picture, wish, selection, ask })
  const columns = startColumns({ run, picture, camera, size, ask })
  const circle = startCircle({ run, view, ask })
  const lights = startLight({ picture, selection, edge, chosen, hovered, circle })

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
  const act: Model['act'] = (action) => {
    const before = view.peek()
    const after = action(before, { level: picture.peek()?.level ?? 0 })
    if (after === before) return
    batch(() => {
      if (after.selection !== before.selection || after.edge !== before.edge) most.value = FEW
      change(after)
    })
  }
  const lookAt = (cards: Iterable<number>): void => {
    const [shown, [first]] = [picture.peek(), [...cards]]
    if (shown && first !== undefined) lookAtRect(rectOf(shown, first))
  }
  const lookAtRect = (rect: Rect): void => {
    if (size.peek().width === 0) return
    // So far out that cards are tiles: what is looked for must be readable.
    const near =
      camera.peek().k < 0.45
        ? { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, k: 0.8 }
        : camera.peek()
    const to = reveal(near, size.peek(), rect)
    if (to.x === camera.peek().x && to.y === camera.peek().y && to.k === camera.peek().k) return
    moveTo(to, true)
    change({ camera: to })
  }

  /** A picture takes the place of the one before; what one looks at stays where it is. */
  const put = (next: Prepared, isReload: boolean): void => {
    const before = picture.peek()
    performance.mark('picture drawn')
    batch(() => {
      hovered.value = NOTHING
      picture.value = next
      showPicture(next, before?.view === next.view)
    })
    const isKept = before?.view === next.view && (held !== null || isReload || view.peek().camera !== null)
    if (!isKept) {
      if (view.peek().camera === null) moveTo(openingOf(next, size.peek(), view.peek()))
      return
    }
    const keys = held === null ? view.peek().selection : [held]
    held = null
    const kept = keepInPlace(before, next, camera.peek(), keys)
    moveTo(kept)
    change({ camera: kept })
  }

  // A picture for each run and each wish; a newer one wins.
  effect(() => {
    if (!run.value) return
    const turn = ++drawings
    let isDrawn = false
    const drawing = ask('draw', wish.value)
    void closedSoon(picture.peek(), seenWish, wish.peek()).then((closed) => {
      if (!closed || turn !== drawings || isDrawn) return
      const kept = held
      put(closed, false)
      held = kept
    })
    void drawing.then(
      async (drawn) => {
        isDrawn = true
        if (turn !== drawings || !drawn) return
        await pause() // taking a large picture in is a task, preparing it another
        const prepared = prepare(drawn)
        await pause()
        if (turn !== drawings) return
        put(prepared, seenWish === JSON.stringify(wish.peek()))
        seenWish = JSON.stringify(wish.peek())
        if (drawn.notices.length > 0) notice.value = drawn.notices.join(' ')
        if (stage.peek().kind !== 'ready') stage.value = { kind: 'ready' }
      },
      (error: Error) =>
        fail('The picture could not be made', `${error.message}. This is our own fault: please report it.`),
    )
  })
  // The whole picture, while nobody has moved the camera.
  effect(() => {
    const [shown, window] = [picture.peek(), size.value]
    if (shown && window.width > 0 && view.peek().camera === null)
      moveTo(openingOf(shown, window, view.peek()))
  })
  effect(() => {
    const window = size.value
    if (window.width > 0 && view.peek().camera) moveTo(view.peek().camera!)
  })
  showCircle({ circle, picture }, lookAtRect)
  const details = startDetails({ run, picture, wish, selection, edge, light: lights.light, most, said, ask })

  const fail = (what: string, help: string): void => {
    stage.value = { kind: 'broken', what, help, findings: [] }
  }

  const open = async ({ inputs, name, plan }: GivenRun): Promise<void> => {
    const turn = ++openings
    if (run.peek() === null || stage.peek().kind !== 'ready')
      stage.value = { kind: 'reading', progress: null }
    try {
      const facts = await ask('open', inputs, plan)
      performance.mark('run read')
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
      const settled = await ask('settle', view.peek())
      if (turn !== openings) return
      notice.value = vanishedText(view.peek(), settled) || notice.peek()
      change(settled)
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
      columns,
      camera,
      size,
      hovered,
      chosen,
      ...lights,
      details,
      following,
      said,
      notice,
      isDark,
      most,
    },
    outlineOpen: signal(innerWidth >= 1024),
    sideOpen: signal(innerWidth >= 1024),
    keysOpen: signal(false),
    menu: signal(null),
    ask,
    change,
    act,
    gesture(made, target) {
      if (target && (made === 'enter' || made === 'space' || target.what === 'stack')) held = target.key
      act((before, facts) => gesture(before, made, target, facts))
      if (target && made === 'click' && innerWidth >= 720) model.sideOpen.value = true
    },
    hold: (key) => void (held = key),
    show(key) {
      const { tab } = view.peek()
      act((before) => select(before, key))
      if (tab === 'findings' && view.peek().finding !== null) change({ tab })
      if (innerWidth < 1024) model.outlineOpen.value = false
      const shown = picture.peek()
      if (!shown) return
      if (shown.cardOfKey.has(key)) lookAt(chosen.peek())
      else
        void ask('locate', key, wish.peek()).then((keys) => {
          if (keys.length === 0 && view.peek().kind === 'lineage') act((before) => showLineage(before, key))
          lookAt(keys.map((one) => shown.cardOfKey.get(one)).filter((card) => card !== undefined))
        })
    },
    walk(direction) {
      const shown = picture.peek()
      const [here] = chosen.peek()
      const next = shown ? walkFrom(shown, here, direction, camera.peek()) : -1
      if (shown && next >= 0) model.show(shown.things.keys[next]!)
    },
    fit() {
      const shown = picture.peek()
      if (!shown) return
      const whole = fit(shown.bounds, size.peek(), corner())
      moveTo(whole, true)
      change({ camera: whole })
    },
    home() {
      const shown = picture.peek()
      if (shown && shown.focus >= 0) lookAt([shown.focus])
    },
    zoomBy: (factor) => lever?.scaleBy(factor),
    moveTo(to, smoothly) {
      moveTo(to, smoothly)
      change({ camera: to })
    },
    takeLever(to) {
      lever = to
      const shown = picture.peek()
      if (lever && shown) moveTo(view.peek().camera ?? openingOf(shown, size.peek(), view.peek()))
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
    goTo(to, said) {
      batch(() => {
        view.value = to
        notice.value = said ?? ''
      })
      const shown = picture.peek()
      if (to.camera) moveTo(to.camera, true)
      else if (shown) moveTo(openingOf(shown, size.peek(), view.peek()), true)
    },
    fail,
    setStage: (to) => (stage.value = to),
    setFollowing: (to) => (following.value = to),
    setPrefersDark: (dark) => (prefersDark.value = dark),
    onFiles: () => {},
  }
  return model
}
