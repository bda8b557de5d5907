import { computed, effect, signal, type ReadonlySignal } from '@preact/signals'
import type { Model } from '../panels/model.ts'
import type { Prepared } from '../scene/picture/prepared.ts'

interface Asked<Wish> {
  readonly picture: Prepared
  readonly wish: Wish
}

interface Sources<Wish, Lit> extends Pick<Model, 'picture'> {
  /** @param picture by its number. */
  readonly ask: (picture: number, wish: Wish) => Promise<Lit | null>
}

/**
 * What the picture shows of what is meant, as the worker alone can tell: asked for whenever one of them is another, about one
 * thing at a time, so that nobody waits for what the pointer has only passed. Null until it is told.
 */
export function startReach<Wish, Lit>(
  { picture, ask }: Sources<Wish, Lit>,
  meant: ReadonlySignal<Wish | null>,
): ReadonlySignal<Lit | null> {
  const wish = computed(() => JSON.stringify(meant.value))
  const told = signal<(Asked<Wish> & { readonly reach: Lit | null }) | null>(null)
  const asked = computed<Asked<Wish> | null>(() => {
    const [shown, now] = [picture.value, JSON.parse(wish.value) as Wish | null]
    return shown && shown.number > 0 && now ? { picture: shown, wish: now } : null
  })
  let waiting: Asked<Wish> | null = null
  const tell = async (now: Asked<Wish>): Promise<void> => {
    waiting = now
    const reach = await ask(now.picture.number, now.wish)
    if (waiting !== now) return // another picture has come since
    waiting = null
    const next = asked.peek()
    if (next === now) told.value = { ...now, reach }
    else if (next) void tell(next)
  }
  effect(() => {
    const now = asked.value
    if (now && waiting?.picture !== now.picture) tell(now).catch(() => (waiting = null))
  })
  return computed(() => {
    const [now, then] = [asked.value, told.value]
    return now && then && then.picture === now.picture && then.wish === now.wish ? then.reach : null
  })
}
