import { chosenTarget } from '../scene/picture/targets.ts'
import { scrollColumns, showAgain } from '../state/actions.ts'
import { foldAgain, inText, stackToFold } from './fold-again.ts'
import { Icon } from './icon.tsx'
import { useModel } from './model.ts'
import { CircleBar } from './only-circle.tsx'
import { PathBar } from './path-bar.tsx'
import { showsAllColumns, thingActions } from './thing-actions.ts'
import { counted } from './words.ts'
import './thing-bar.css'

/** At the picture's foot: what can be done with what is chosen, what is hidden by hand, and the path that is asked for. */
export function ThingBar() {
  const { sideOpen, isNarrow, view } = useModel()
  const isBeside = sideOpen.value && (view.value.tab === 'details' || isNarrow.value)
  return (
    <div class="thing-bar">
      <Hidden />
      <Spread />
      <PathBar />
      <CircleBar />
      {!isBeside && <ChosenActions />}
    </div>
  )
}

/** At the foot of the picture, or with the details where these are seen. */
export function ChosenActions() {
  const model = useModel()
  const picture = model.picture.value
  const view = model.view.value
  const key = view.selection.at(-1)
  if (!picture || key === undefined) return null
  const target = chosenTarget(picture, key)
  if (!target) return null
  const thing = picture.cardOfKey.get(key)
  const isLong =
    thing !== undefined &&
    picture.things.more[thing]! > 0 &&
    (showsAllColumns(view) || view.opened.includes(key))
  return (
    <div class="bar-part" role="group" aria-label="With what is chosen">
      {thingActions(model, target)
        .filter(({ isFirst }) => isFirst)
        .map(({ label, icon, keys, does }) => (
          <button key={label} type="button" class="button" title={keys} onClick={does}>
            <Icon name={icon} />
            {label}
          </button>
        ))}
      {isLong && <Columns of={key} />}
      <button
        type="button"
        class="button"
        aria-haspopup="menu"
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          model.menu.value = {
            target,
            x: box.left,
            y: box.top > innerHeight / 2 ? box.top - 260 : box.bottom + 4,
          }
        }}
      >
        More
      </button>
    </div>
  )
}

/** So many columns are passed at a time in a card that has more than it shows. */
const PAGE = 20

/** Where one is in the long list of a card's columns. */
function Columns({ of }: { of: string }) {
  const { act, view } = useModel()
  const { from, find } = view.value.lists.find(({ key }) => key === of) ?? { from: 0, find: '' }
  const go = (to: number, text: string): void => act((before) => scrollColumns(before, of, to, text))
  return (
    <>
      <input
        type="search"
        class="find-columns"
        aria-label="Find columns of it"
        placeholder="Find columns"
        value={find}
        onInput={(event) => go(0, event.currentTarget.value)}
      />
      <button
        type="button"
        class="icon-button"
        aria-label="Columns before these"
        disabled={from === 0}
        onClick={() => go(Math.max(0, from - PAGE), find)}
      >
        <Icon name="chevronUp" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Columns after these"
        onClick={() => go(from + PAGE, find)}
      >
        <Icon name="chevronDown" />
      </button>
    </>
  )
}

/** What folds a stack again that was spread: that of what is chosen, or the last. */
function Spread() {
  const model = useModel()
  const stack = stackToFold(model)
  if (!stack) return null
  return (
    <div class="bar-part">
      <button
        type="button"
        class="button"
        title="Shift Space"
        onClick={() => {
          foldAgain(model, stack)
          document.querySelector<HTMLElement>('.picture')?.focus()
        }}
      >
        <Icon name="minus" />
        Fold {inText(stack.title)} again
      </button>
    </div>
  )
}

function Hidden() {
  const { act, view } = useModel()
  const { hide } = view.value
  const last = hide.at(-1)
  if (last === undefined) return null
  return (
    <div class="bar-part" role="status">
      {counted(hide.length, 'thing')} hidden
      <button type="button" class="button" onClick={() => act((before) => showAgain(before, last))}>
        Show the last again
      </button>
      {hide.length > 1 && (
        <button
          type="button"
          class="button"
          onClick={() => act((before) => hide.reduce((shown, key) => showAgain(shown, key), before))}
        >
          Show all
        </button>
      )}
    </div>
  )
}
