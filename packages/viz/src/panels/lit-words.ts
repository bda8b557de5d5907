import { grouped } from '@lineagraph/core'
import type { Reach, Reached } from '../scene/marks/light-up.ts'

/** `500 tables upstream, 3 things downstream, 120 not in the picture`: of all that a run holds, as the list of the impact counts it. */
export function litWords({ upstream, downstream, unseen }: Reach): string {
  const both = `${words(upstream)} upstream, ${words(downstream)} downstream`
  return unseen > 0 ? `${both}, ${grouped(unseen)} not in the picture` : both
}

/** `500 up, 3 down, 120 not drawn`: the same where there is less room for it. */
export function litBriefly({ upstream, downstream, unseen }: Reach): string {
  const both = `${grouped(upstream.things)} up, ${grouped(downstream.things)} down`
  return unseen > 0 ? `${both}, ${grouped(unseen)} not drawn` : both
}

const words = (reached: Reached): string => (reached.things === 0 ? grouped(0) : reached.words)
