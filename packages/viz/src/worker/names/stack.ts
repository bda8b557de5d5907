import type { ThingIndex } from '@lineagraph/core'

/** Things that are drawn as one: similar neighbours, or a circle in which nearly each leads to each. */
export interface Stack {
  readonly key: string
  readonly kind: 'fan' | 'circle'
  readonly members: readonly ThingIndex[]
}
