import { effect, signal } from '@preact/signals'
import type { Model } from '../panels/model.ts'
import { windowOf } from '../scene/camera/camera.ts'
import { detailAt } from '../scene/marks/detail.ts'
import { FORMS } from '../scene/picture/picture.ts'

/** As many as the largest tile says. */
const MOST = 48

type Followed = Pick<Model, 'run' | 'picture' | 'camera' | 'size' | 'ask'>

/** The columns of the Map's tables, by the key of the table: asked for when one is so near that they are drawn. */
export function startColumns({ run, picture, camera, size, ask }: Followed): Model['columns'] {
  const known = signal<ReadonlyMap<string, readonly string[]>>(new Map())
  const asked = new Set<string>()
  effect(() => {
    void run.value // another run has other columns
    asked.clear()
    known.value = new Map()
  })
  effect(() => {
    const [shown, opened] = [picture.value, run.value]
    if (!shown || !opened || shown.view !== 'map' || detailAt(camera.value.k) !== 'more') return
    const { x, y, width, height } = windowOf(camera.value, size.value)
    const { forms, columns, keys } = shown.things
    const missing = shown.index
      .touching(x, y, x + width, y + height)
      .filter((thing) => FORMS[forms[thing]!] === 'tile' && columns[thing]! > 0)
      .map((thing) => keys[thing]!)
      .filter((key) => !asked.has(key))
    if (missing.length === 0) return
    for (const key of missing) asked.add(key)
    void ask('columnsOf', missing, MOST).then((found) => {
      if (run.peek() === opened)
        known.value = new Map([...known.peek(), ...missing.map((key, i) => [key, found[i]!] as const)])
    })
  })
  return known
}
