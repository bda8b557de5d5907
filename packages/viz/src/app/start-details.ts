import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import { FEW } from '../panels/few.ts'
import { litWords } from '../panels/lit-words.ts'
import type { Model } from '../panels/model.ts'
import type { Light } from '../scene/marks/light-up.ts'
import type { View } from '../state/view.ts'
import type { EdgeDetails, ThingDetails } from '../worker/answers/details.ts'

/** What the details follow. */
interface Followed extends Pick<Model, 'run' | 'picture' | 'wish' | 'ask'> {
  readonly selection: ReadonlySignal<View['selection']>
  readonly edge: ReadonlySignal<View['edge']>
}

/** All that is known of what is chosen: asked for again whenever that, or the run, or the picture is another one. */
export function startDetails(followed: Followed): Pick<Model, 'details' | 'showAllRows'> {
  const { run, picture, wish, selection, edge, ask } = followed
  const details = signal<ThingDetails | EdgeDetails | null | undefined>(undefined)
  /** What of it is chosen whose lists are shown to their end. */
  const whole = signal('')
  const chosenText = computed(() => JSON.stringify([selection.value, edge.value]))
  let describing = 0
  effect(() => {
    const turn = ++describing
    const [edgeNow, thingNow] = [edge.value, selection.value.at(-1)]
    if (!run.value || !picture.value || (!edgeNow && thingNow === undefined)) {
      details.value = undefined
      return
    }
    const rows = whole.value === chosenText.value ? Infinity : FEW
    const asked = edgeNow
      ? ask('describeEdge', edgeNow.from, edgeNow.to, wish.peek(), rows)
      : ask('describe', thingNow!, rows)
    void asked.then((described) => {
      if (turn === describing) details.value = described
    })
  })
  return { details, showAllRows: () => void (whole.value = chosenText.peek()) }
}

/** Tells a screen reader what is chosen, and what is lit by it. @param said what it is told. */
export function sayChosen({
  details,
  locked,
  said,
}: Pick<Model, 'details' | 'locked'> & { readonly said: Signal<string> }): void {
  effect(() => {
    const described = details.value
    const lit = locked.value
    if (!described || isAwaited(lit)) return
    const name =
      described.kind === 'thing' ? described.name : `${described.from.name} to ${described.to.name}`
    const around = lit?.reach ? `, ${litWords(lit.reach)}` : ''
    said.value = `${name} selected${around}`
  })
}

/** Whether it is still to be told what is upstream and downstream. */
const isAwaited = (lit: Light | null): boolean =>
  lit !== null && lit.reach === null && lit.circle === null && lit.ends.length === 0
