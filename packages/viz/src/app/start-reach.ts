import { computed, effect, signal, type ReadonlySignal } from '@preact/signals'
import type { Model } from '../panels/model.ts'
import type { LitReach } from '../scene/marks/light-up.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import type { LitWish } from '../worker/answers/lit-reach.ts'

interface Asked {
  readonly picture: Prepared
  readonly wish: LitWish
}

/**
 * What is upstream and downstream of what is meant, and what the picture shows of that: asked for whenever one of them is another, about one
 * thing at a time, so that nobody waits for what the pointer has only passed. Null until it is told.
 */
export function startReach(
  { picture, ask }: Pick<Model, 'picture' | 'ask'>,
  meant: ReadonlySignal<LitWish | null>,
): ReadonlySignal<LitReach | null> {
  const wish = computed(() => JSON.stringify(meant.value))
  const told = signal<(Asked & { readonly reach: LitReach | null }) | null>(null)
  const asked = computed<Asked | null>(() => {
    const [shown, now] = [picture.value, JSON.parse(wish.value) as LitWish | null]
    return shown && shown.number > 0 && now ? { picture: shown, wish: now } : null
  })
  let waiting: Asked | null = null
  const tell = async (now: Asked): Promise<void> => {
    waiting = now
    const reach = await ask('lit', now.picture.number, now.wish)
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
