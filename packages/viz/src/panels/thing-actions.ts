import { grouped } from '@lineagraph/core'
import type { IconName } from '../tokens/icons.ts'
import {
  expand,
  hide,
  openAround,
  select,
  setPathEnd,
  showLineage,
  showMap,
  spreadStack,
  type Facts,
} from '../state/actions.ts'
import { leadsToLineage, type Target } from '../state/gestures.ts'
import { copyText } from './copy-text.ts'
import { foldAgain, inText, stackAround } from './fold-again.ts'
import { isStack, shownOf, type View } from '../state/view.ts'
import type { Model } from './model.ts'

/** Something that can be done with a thing: an item of its menu, or a button. */
export interface ThingAction {
  readonly label: string
  readonly icon: IconName
  /** Whether it is also a button beside the picture while the thing is chosen. */
  readonly isFirst: boolean
  /** The key that does the same. */
  readonly keys?: string
  does(): void
}

const OPENING: Readonly<Record<Target['what'], string>> = {
  'closed container': 'Open',
  'open container': 'Close',
  thing: 'Columns',
  column: '',
  stack: 'Spread',
}

/** What can be done with a thing or a column where it is drawn. */
export function thingActions(model: Model, target: Target): ThingAction[] {
  const picture = model.picture.value
  const { key, what } = target
  const thing = picture?.cardOfKey.get(key)
  const [up, down, columns] =
    picture && thing !== undefined
      ? [picture.things.waitsUp[thing]!, picture.things.waitsDown[thing]!, picture.things.columns[thing]!]
      : [0, 0, 0]
  const actions: ThingAction[] = []
  if (what !== 'stack')
    actions.push({
      ...{
        label: 'Lineage',
        icon: 'lineage',
        isFirst: true,
        ...(leadsToLineage(target) && { keys: 'Enter' }),
      },
      does: () => model.act((view) => showLineage(view, key)),
    })
  const isUnfolded = what === 'thing' && model.view.value.opened.includes(key)
  const folds = !showsAllColumns(model.view.value) && (isUnfolded || hasMoreColumns(picture, thing, columns))
  if (what === 'thing' ? folds : what !== 'column')
    actions.push({
      ...{
        label: isUnfolded ? 'Fold columns' : OPENING[what],
        icon: isUnfolded || what === 'open container' ? 'minus' : 'plus',
        isFirst: true,
        keys: 'Space',
      },
      does: () => model.gesture('space', target),
    })
  const spread = stackAround(model, key)
  if (spread)
    actions.push({
      ...{ label: `Fold ${inText(spread.title)} again`, icon: 'minus', isFirst: false, keys: 'Shift Space' },
      does: () => foldAgain(model, spread),
    })
  const isDrawn = picture && (thing !== undefined || picture.rowOfKey.has(key))
  if (what !== 'stack' && (picture?.view === 'lineage' || !isDrawn))
    actions.push({
      ...{ label: 'Show in the Map', icon: 'map', isFirst: !isDrawn },
      does: () => void showInMap(model, key),
    })
  for (const [side, waiting] of [
    ['up', up],
    ['down', down],
  ] as const) {
    if (waiting === 0) continue
    const way = side === 'up' ? 'upstream' : 'downstream'
    const further = (far: boolean) => (): void => {
      model.hold(key)
      model.act((view) => expand(view, { key, side, far }))
    }
    actions.push(
      {
        label: `One hop more ${way} (+${grouped(waiting)})`,
        icon: 'plus',
        isFirst: false,
        does: further(false),
      },
      { label: `All the way ${way}`, icon: 'chevronsRight', isFirst: false, does: further(true) },
    )
  }
  if (what === 'stack') return actions
  actions.push(
    {
      label: 'Path from here',
      icon: 'arrowFromLine',
      isFirst: false,
      does: () => model.act((view) => setPathEnd(view, 'from', key)),
    },
    {
      label: 'Path to here',
      icon: 'arrowToLine',
      isFirst: false,
      does: () => model.act((view) => setPathEnd(view, 'to', key)),
    },
  )
  if (what !== 'column')
    actions.push({
      label: 'Hide',
      icon: 'eyeOff',
      isFirst: false,
      does: () => model.act((view) => hide(view, key)),
    })
  if (!IS_GROUP.test(key))
    actions.push({
      ...{ label: 'Copy id', icon: 'copy', isFirst: false },
      does: () => void copyText(idOf(key), model),
    })
  if (!key.startsWith('range:'))
    actions.push({
      ...{ label: 'Show in outline', icon: 'outline', isFirst: false },
      does() {
        model.outlineOpen.value = true
        model.gesture('click', target)
      },
    })
  return actions
}

/** Whether every card has its whole list of columns, whatever is done with it. */
export const showsAllColumns = ({ kind, columns }: Model['view']['value']): boolean =>
  kind === 'lineage' && columns === 'all'

/** Whether a thing has columns that its card does not show. */
const hasMoreColumns = (picture: Model['picture']['value'], thing: number | undefined, columns: number) =>
  picture !== null &&
  thing !== undefined &&
  picture.rows.starts[thing + 1]! - picture.rows.starts[thing]! < columns

/** Opens what is around a thing, and spreads a stack that folds it, so that the Map shows the thing itself, and looks at it. */
async function showInMap({ ask, act, view, picture, isNarrow }: Model, key: string): Promise<void> {
  const around = await ask('around', key)
  const opened = (from: View, facts: Facts): View => openAround(showMap(select(from, key)), around, facts)
  const wish = { ...shownOf(opened(view.peek(), picture.peek()!)), isNarrow: isNarrow.peek() }
  const stack = (await ask('locate', key, wish)).find(isStack)
  act((now, facts) => {
    const shown = opened(now, facts)
    return { ...(stack === undefined ? shown : spreadStack(shown, stack)), camera: null }
  })
}

/** What no declaration makes has no id. */
const IS_GROUP = /^(?:outside|range):/

/** A key is a kind, a colon and an id. */
const idOf = (key: string): string => key.slice(key.indexOf(':') + 1)
