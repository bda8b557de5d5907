import { effect, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import { loadLater, notLoaded } from '../panels/later.tsx'
import type { Light } from '../scene/marks/light-up.ts'
import type { CircleMarks } from '../scene/lighting.ts'

/** What draws a lit circle: loaded with the rest, or when one is lit before; null until then. */
export function startCircleMarks(
  light: ReadonlySignal<Light | null>,
  notice: Signal<string>,
): ReadonlySignal<CircleMarks | null> {
  const marks = signal<CircleMarks | null>(null)
  const load = loadLater(async () => (marks.value ??= await import('../scene/marks/circle-marks.ts')))
  effect(() => {
    if (!light.value?.circle || marks.value) return
    load().catch((error: unknown) => (notice.value = notLoaded('marks of the circle', error)))
  })
  return marks
}
