import { signal } from '@preact/signals'
import type { Model } from '../panels/model.ts'
import type { Tab } from '../state/view.ts'

/** From here on there is room for panels beside the picture; below they lie over it. */
export const WIDE = 1024
/** In CSS pixels: the measures of the mock. */
const OUTLINE = 208
const SIDE: Readonly<Record<Tab, number>> = { details: 296, findings: 420, impact: 420, changes: 420 }

type Panels = Pick<
  Model,
  | 'outlineOpen'
  | 'sideOpen'
  | 'outlineWidth'
  | 'sideWidth'
  | 'sheetHeight'
  | 'fitSide'
  | 'filtersOpen'
  | 'searchOpen'
  | 'keysOpen'
  | 'menu'
>

/** Which panels are there, and how large: no part of a view, since another window has other room. */
export function startPanels(): Panels {
  const sideWidth = signal(SIDE.details)
  return {
    outlineOpen: signal(innerWidth >= WIDE),
    sideOpen: signal(innerWidth >= WIDE),
    outlineWidth: signal(OUTLINE),
    sideWidth,
    sheetHeight: signal(Math.round(innerHeight * 0.42)),
    fitSide(tab) {
      if (Object.values(SIDE).includes(sideWidth.peek())) sideWidth.value = SIDE[tab]
    },
    filtersOpen: signal(false),
    searchOpen: signal(false),
    keysOpen: signal(false),
    menu: signal(null),
  }
}
