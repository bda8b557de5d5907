import type { OpenRun } from './open-run.ts'
import type { composeLineage as composesLineage } from './pictures/compose-lineage.ts'
import { composeMap } from './pictures/compose-map.ts'
import type { Composed } from './pictures/composed.ts'
import type { PictureWish } from './pictures/picture-wish.ts'
import { recent } from './recent.ts'

/** What views show of one run. */
export interface Composer {
  /** Loads what composes a kind of view: the page opens with the Map, and the lineage view is loaded when somebody wishes for it first. */
  ready(kind: PictureWish['kind']): Promise<void>
  /** What a view shows; what composes it is `ready`. @param most so many things at most, of a lineage view. */
  composed(wish: PictureWish, most?: number): Composed
}

/** @param kept so many views are remembered. */
export function composerOf({ sheet, readable }: OpenRun, kept: number): Composer {
  const { atlas, signs } = sheet
  const known = recent<Composed>(kept)
  let composeLineage: typeof composesLineage | undefined
  return {
    async ready(kind) {
      if (kind === 'lineage')
        composeLineage ??= (await import('./pictures/compose-lineage.ts')).composeLineage
    },
    composed(wish, most) {
      const compose = (): Composed =>
        wish.kind === 'map'
          ? composeMap(atlas, signs, wish, readable)
          : composeLineage!(atlas, signs, wish, () => sheet.circles().declared, readable, most)
      return most === undefined ? known(JSON.stringify(wish), compose) : compose()
    },
  }
}
