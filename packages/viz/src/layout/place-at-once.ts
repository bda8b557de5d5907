import { finish } from './finish.ts'
import { keepLayers } from './keep-layers.ts'
import { placeInSteps } from './place.ts'
import type { Placing, PlacingInput } from './placing/placing.ts'

/** Places things and open boxes at once, layers that are given or not. */
export const place = (input: PlacingInput): Placing => finish(placeInSteps(input, undefined, keepLayers))
