import { computed, effect, signal, type ReadonlySignal } from '@preact/signals'
import type { Model } from '../panels/model.ts'
import { aroundCircle } from '../scene/marks/hulls.ts'
import type { Rect } from '../scene/picture/picture.ts'

/** The key of the circle of lineage that the open finding is about; null while no finding is open, or one about something else. */
export function startCircle({
  run,
  view,
  ask,
}: Pick<Model, 'run' | 'view' | 'ask'>): ReadonlySignal<string | null> {
  const circle = signal<string | null>(null)
  const finding = computed(() => view.value.finding)
  let turn = 0
  effect(() => {
    const fingerprint = finding.value
    const mine = ++turn
    if (!run.value || fingerprint === null) {
      circle.value = null
      return
    }
    void ask('finding', fingerprint).then((details) => {
      if (mine === turn) circle.value = details?.circle ?? null
    })
  })
  // What is chosen by hand after the finding was opened shows its own way again.
  return computed(() => {
    const { tab, selection, edge } = view.value
    return tab === 'findings' || (selection.length === 0 && edge === null) ? circle.value : null
  })
}

interface ShownCircle extends Pick<Model, 'picture' | 'camera'> {
  readonly circle: ReadonlySignal<string | null>
  /** Whether another picture is on its way: in that it stands elsewhere. */
  readonly isComing: ReadonlySignal<boolean>
}

/** Brings the circle that a finding is about into the window, once. */
export function showCircle(
  { circle, picture, camera, isComing }: ShownCircle,
  lookAt: (rect: Rect) => void,
): void {
  let seen: string | null = null
  effect(() => {
    const [key, shown] = [circle.value, picture.value]
    if (isComing.value) return
    const found = key === seen ? undefined : shown?.circles.find((one) => one.key === key)
    if (key === null || found) seen = key
    const hull = shown && found && aroundCircle(shown, found, camera.peek().k)
    if (hull) lookAt(hull)
  })
}
