import { batch, computed, effect, signal } from '@preact/signals'
import type { Following, Model, Point, Stage } from '../panels/model.ts'
import { NOTHING, type Met } from '../scene/meet.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import { lineKeys, trunkKeys } from '../scene/picture/targets.ts'
import { walkFrom } from '../scene/walk.ts'
import type { GivenRun } from '../source/run-input.ts'
import { select, selectEdge, showLineage, spreadStack } from '../state/actions.ts'
import { gesture } from '../state/gestures.ts'
import { vanishedText } from '../state/vanished.ts'
import { isStack, type View } from '../state/view.ts'
import type { AskingEnd } from '../worker/client.ts'
import { startSideOpener } from './open-side.ts'
import { startCamera } from './start-camera.ts'
import { startChosen } from './start-chosen.ts'
import { startCircleMarks } from './start-circle-marks.ts'
import { showCircle, startCircle } from './start-circle.ts'
import { startColumns } from './start-columns.ts'
import { sayChosen, startDetails } from './start-details.ts'
import { startLight } from './start-light.ts'
import { startOpening } from './start-opening.ts'
import { startPanels, WIDE } from './start-panels.ts'
import { startPictures } from './start-pictures.ts'
import { startView } from './start-view.ts'
import { toldTogether } from './told-together.ts'

/** What the model cannot have of itself. */
export interface ModelWish {
  readonly startWorker: () => AskingEnd
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
  setStage(stage: Stage): void
  setFollowing(following: Following): void
  setPrefersDark(prefersDark: boolean): void
  /** Told when another run takes the place of the one that was followed. */
  onAnother: () => void
}

/** Puts the parts together: each holds one idea, and knows only those before it. */
export function startModel(wished: ModelWish): StartedModel {
  const { startWorker, prefersDark, onView } = wished
  const picture = signal<Prepared | null>(null)
  const hovered = signal<Met>(NOTHING)
  const pointer = signal<Point | null>(null)
  const said = signal('')
  const notice = signal(wished.notice ?? '')
  const following = signal<Following>('none')
  const shown = startView({
    ...{ view: wished.view, prefersDark, picture, onView },
    cameraOf: (before, after) => camera.keptBy(before, after),
  })
  const { view, wish, selection, edge, isNarrow, isDark, change, act } = shown
  const opening = startOpening({ startWorker, picture, view, change, notice, said })
  const { stage, run, ask } = opening
  const camera = startCamera(shown, picture)
  const { moving, isComing, hold, lead, isSeen } = startPictures({
    picture,
    pointer,
    hovered,
    notice,
    view: shown,
    camera,
    opening,
  })
  const linesDrawn = computed(() => {
    const shown = picture.value
    return shown ? (shown.trunksAt(camera.camera.value.k)?.count ?? shown.lines.count) : 0
  })
  const chosen = startChosen({ run, picture, wish, selection, ask })
  const columns = startColumns({ run, picture, camera: camera.camera, size: camera.size, ask })
  const way = signal<readonly string[] | null>(null)
  const circle = startCircle({ run, view, ask })
  const { details, showAllRows } = startDetails({ run, picture, wish, selection, edge, ask })
  const { chosenRows, locked, light } = startLight({
    ...{ picture, selection, edge, details, chosen, hovered, circle, way, ask },
    path: computed(() => view.value.path),
  })
  showCircle({ circle, picture, camera: camera.camera, isComing }, camera.lookAtRect)
  sayChosen({ details, locked, said })

  const panels = startPanels()
  const side = startSideOpener(
    { ...panels, isNarrow, camera: camera.camera, size: camera.size },
    { picture, edge, chosen },
    camera.lookAtRect,
  )
  effect(() => {
    void [panels.sideOpen.value, panels.sheetHeight.value]
    camera.stay()
  })

  /** What is looked at when the picture that is coming shows it. */
  let awaited = ''
  effect(() => {
    if (isComing.value) return
    const card = picture.value?.cardOfKey.get(awaited)
    awaited = ''
    if (card !== undefined) camera.lookAt([card])
  })
  let shows = 0
  const show: Model['show'] = (key, beside) => {
    const turn = ++shows
    awaited = ''
    const choose = (before: View): View => {
      const after = select(before, key)
      // The side stays what it is: a finding that is open led here.
      const isLed = before.tab === 'findings' && before.finding !== null
      return { ...after, ...(isLed && { tab: before.tab }), ...beside }
    }
    const now = picture.peek()
    const isDrawn = now === null || now.cardOfKey.has(key)
    // What else may have to be shown first, such as what a stack folds, is one step with its being chosen.
    if (isDrawn) act(choose)
    if (innerWidth < WIDE) model.outlineOpen.value = false
    if (isNarrow.peek()) model.sideOpen.value = true
    if (!now) return
    if (isDrawn) {
      camera.lookAt(chosen.peek())
      return
    }
    void ask('locate', key, wish.peek()).then((keys) => {
      if (turn !== shows) return
      const stack = keys.length === 1 ? keys.find(isStack) : undefined
      if (stack !== undefined) awaited = key
      act((before) => {
        const after = choose(before)
        if (stack !== undefined) return spreadStack(after, stack)
        if (keys.length > 0 || before.kind === 'map') return after
        return { ...showLineage(after, key), tab: after.tab }
      })
      if (stack === undefined)
        camera.lookAt(keys.map((one) => now.cardOfKey.get(one)).filter((card) => card !== undefined))
    })
  }

  const model: StartedModel = {
    ...{
      stage,
      run,
      view,
      wish,
      isDark,
      isNarrow,
      picture,
      moving,
      isComing,
      columns,
      linesDrawn,
      pointer,
      hovered,
      chosen,
      chosenRows,
      locked,
      light,
      way,
      circleMarks: startCircleMarks(light, notice),
    },
    ...{ details, following, said, notice, ask, change, act, hold, show, showAllRows },
    ...{ open: opening.open, fail: opening.fail },
    camera: camera.camera,
    flies: signal(false),
    size: camera.size,
    fit: camera.fit,
    zoomBy: camera.zoomBy,
    takeLever: camera.takeLever,
    ...panels,
    gesture(made, target) {
      if (target && (made === 'enter' || made === 'space' || target.what === 'stack')) hold(target.key)
      act((before, facts) => gesture(before, made, target, facts))
      if (target && made === 'click') side.openForChosen()
      else if (target && made === 'enter') side.openedOther()
      else if (!target) side.leave()
    },
    chooseLine(line, isTrunk) {
      const now = picture.peek()
      if (!now) return
      act((before) => selectEdge(before, (isTrunk ? trunkKeys : lineKeys)(now, line)))
      side.openForChosen()
    },
    walk(direction) {
      const now = picture.peek()
      if (!now || now.things.count === 0) return
      const [here] = chosen.peek()
      const next = walkFrom(now, here, direction, camera.camera.peek())
      if (next >= 0) show(now.things.keys[next]!)
    },
    home() {
      const now = picture.peek()
      if (!now || now.focus < 0) return
      said.value = `${now.things.titles[now.focus]!}: what the lineage is about`
      // Where it is seen already, its ring says where.
      if (!camera.lookAt([now.focus])) act((before) => ({ ...select(before, homeKey(now)), tab: before.tab }))
    },
    moveTo(to, smoothly) {
      camera.moveTo(to, smoothly)
      change({ camera: to })
    },
    openAnother: (given) =>
      batch(() => {
        model.onAnother()
        following.value = 'none'
        run.value = null
        // A link that waits for its run says how deep that is open; a level that was seen was another run's.
        change({ camera: null, ...(picture.peek() && { level: null }) })
        picture.value = null
        return opening.open(given)
      }),
    cancel() {
      opening.cancel()
      picture.value = null
    },
    goTo(to, toldThen) {
      lead(to)
      batch(() => {
        view.value = to
        notice.value = toldThen ?? ''
      })
      const now = picture.peek()
      if (now && (!to.camera || isSeen(to))) camera.restore(now, true)
      else if (to.camera) camera.moveTo(to.camera, true)
      if (!run.peek()) return
      // The run may have lost what the view was of since then. The address stays: with it the way back.
      void ask('settle', to).then((settled) => {
        const lost = vanishedText(to, settled)
        if (lost === '' || view.peek() !== to) return
        batch(() => {
          view.value = settled
          notice.value = toldTogether(toldThen ?? '', lost)
        })
      })
    },
    setStage: (to) => (stage.value = to),
    setFollowing: (to) => (following.value = to),
    setPrefersDark: (dark) => (shown.prefersDark.value = dark),
    onAnother: () => {},
  }
  return model
}

/** The card or the row that a lineage is about. */
const homeKey = ({ focus, focusRow, things, rows }: Prepared): string =>
  focusRow < 0 ? things.keys[focus]! : rows.keys[focusRow]!
