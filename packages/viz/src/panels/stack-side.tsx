import { FORMS } from '../scene/picture/picture.ts'
import { SortIcon } from './icon.tsx'
import { useModel } from './model.ts'
import { ChosenActions } from './thing-bar.tsx'

/** What the picture draws as one: it is no thing of the run, and is told by what it folds. @param card of the picture. */
export function StackSide({ card }: { card: number }) {
  const picture = useModel().picture.value
  if (!picture || FORMS[picture.things.forms[card]!] !== 'stack') return null
  const { titles, places, sorts } = picture.things
  return (
    <div class="details">
      <div class="top">
        <h2 class="title">
          <SortIcon sort={sorts[card]!} size={18} />
          <bdi>{titles[card]!}</bdi>
        </h2>
        <p class="sort">drawn as one{places[card] !== '' && `, ${places[card]}`}</p>
        <p class="sort">
          The picture folds them, since they stand alike: a click, or Spread, draws each by itself.
        </p>
        <ChosenActions />
      </div>
    </div>
  )
}
