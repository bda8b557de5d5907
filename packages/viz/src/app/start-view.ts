import { computed, signal, type ReadonlySignal } from '@preact/signals'
import type { Model } from '../panels/model.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import type { Facts } from '../state/actions.ts'
import { isStep, shownOf, USUAL_HOPS, type Shown, type View } from '../state/view.ts'
import type { PictureWish } from '../worker/pictures/picture-wish.ts'

/** Below this width the page is narrow: the data goes downwards and panels are sheets. */
const NARROW = '(max-width: 719px)'

const NOTHING_DRAWN: Facts = { level: 0, opensAt: -1, hops: { up: USUAL_HOPS, down: USUAL_HOPS } }

interface ViewWish {
  readonly view: View
  readonly prefersDark: boolean
  readonly picture: ReadonlySignal<Prepared | null>
  /** The camera that a view keeps after a change. */
  cameraOf(before: View, after: View): View['camera']
  /** Tells the address what is seen; a step is something that "back" undoes. */
  onView(view: View, isStep: boolean): void
}

/** The one plain object that the page is a function of, and what follows from it alone. */
export function startView(wished: ViewWish) {
  const view = signal(wished.view)
  const prefersDark = signal(wished.prefersDark)
  const narrow = matchMedia(NARROW)
  const isNarrow = signal(narrow.matches)
  narrow.addEventListener('change', ({ matches }) => (isNarrow.value = matches))

  // As text, so that what only moves the camera wishes for no new picture.
  const selectionText = computed(() => JSON.stringify(view.value.selection))
  const edgeText = computed(() => JSON.stringify(view.value.edge))
  const shownText = computed(() => JSON.stringify(shownOf(view.value)))
  const selection = computed(() => JSON.parse(selectionText.value) as View['selection'])
  const edge = computed(() => JSON.parse(edgeText.value) as View['edge'])
  const wish = computed(() => ({ ...(JSON.parse(shownText.value) as Shown), isNarrow: isNarrow.value }))
  /** What is wished for where another view is seen in this window. */
  const wishOf = (other: View): PictureWish => ({ ...shownOf(other), isNarrow: isNarrow.peek() })
  const isDark = computed(() =>
    view.value.theme === 'system' ? prefersDark.value : view.value.theme === 'dark',
  )

  /** With the level that is seen, which it is no step to say. */
  const named = (said: View): View => ({
    ...said,
    level: said.level ?? wished.picture.peek()?.opensAt ?? null,
  })
  const change = (part: Partial<View>): void => {
    const before = view.peek()
    const changed = { ...before, ...part }
    const after = { ...changed, camera: wished.cameraOf(before, changed) }
    if (JSON.stringify(before) === JSON.stringify(after)) return
    // The address comes first: what follows from the view at once, such as where the camera goes with it, belongs to the same step.
    wished.onView(after, isStep(named(before), named(after)))
    view.value = after
  }
  const act: Model['act'] = (action) => {
    const before = view.peek()
    const { level, opensAt, hops } = wished.picture.peek() ?? NOTHING_DRAWN
    const after = action(before, { level, opensAt, hops })
    if (after !== before) change(after)
  }
  return { view, wish, wishOf, selection, edge, isNarrow, isDark, prefersDark, change, act }
}

export type StartedView = ReturnType<typeof startView>
