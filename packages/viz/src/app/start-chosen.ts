import { computed, effect, signal, type ReadonlySignal } from '@preact/signals'
import type { Model } from '../panels/model.ts'
import type { View } from '../state/view.ts'

interface Followed extends Pick<Model, 'run' | 'picture' | 'wish' | 'ask'> {
  readonly selection: ReadonlySignal<View['selection']>
}

/** What shows what is chosen: itself, or, where it is not drawn by itself, what stands for it. */
export function startChosen({ run, picture, wish, selection, ask }: Followed): Model['chosen'] {
  const located = signal<readonly number[]>([])
  effect(() => {
    const [shown, keys] = [picture.value, selection.value]
    const unseen = shown ? keys.filter((key) => !shown.cardOfKey.has(key)) : []
    if (!shown || !run.value || unseen.length === 0) return
    void Promise.all(unseen.map((key) => ask('locate', key, wish.peek()))).then((found) => {
      if (picture.peek() !== shown || selection.peek() !== keys) return
      located.value = found
        .flat()
        .map((key) => shown.cardOfKey.get(key))
        .filter((card) => card !== undefined)
    })
  })
  return computed(() => {
    const shown = picture.value
    if (!shown) return new Set<number>()
    const cards = selection.value.map((key) => shown.cardOfKey.get(key)).filter((card) => card !== undefined)
    return new Set(cards.length < selection.value.length ? [...cards, ...located.value] : cards)
  })
}
