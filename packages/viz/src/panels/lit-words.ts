import { grouped } from '@lineagraph/core'
import type { Light, Reached } from '../scene/marks/light-up.ts'

/** `500 tables upstream, 3 things downstream, 120 not in the picture`: of all that a run holds, as the list of the impact counts it. */
export function litWords({ upstream, downstream }: NonNullable<Light['reach']>): string {
  const unseen = upstream.unseen + downstream.unseen
  const both = `${words(upstream)} upstream, ${words(downstream)} downstream`
  return unseen > 0 ? `${both}, ${grouped(unseen)} not in the picture` : both
}

const words = (reached: Reached): string => (reached.things === 0 ? grouped(0) : reached.words)
