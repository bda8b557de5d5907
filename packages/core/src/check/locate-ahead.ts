import type { Run } from '../read/run.ts'
import { MOST_ASKED, type SpanAsker, type SpanList } from '../read/span-asker.ts'
import type { Location } from './finding.ts'
import { locate, locatedAt, pathsAlone } from './locate.ts'
import type { Place } from './place.ts'

/** What has places. */
interface Placed {
  /** No more than `MOST_PLACES`. */
  readonly places: readonly Place[]
}

/** How many windows are asked for before the first is needed. */
const AHEAD = 4

/** Things whose places were asked for together. */
interface Window<Item> {
  readonly items: readonly Item[]
  readonly answer: () => SpanList | undefined
}

/**
 * Things in their order, each with its locations. Another thread finds the columns of some things ahead of the one that is given; what
 * it does not find, or has not begun, is found here.
 */
export function* locateAhead<Item extends Placed>(
  run: Run,
  all: Iterable<Item>,
  asker: SpanAsker,
): Generator<{ readonly item: Item; readonly locations: Location[] }> {
  const asked: Window<Item>[] = []
  let items: Item[] = []
  let places: Place[] = []
  const ask = (): void => {
    const answer = asker.ask(
      places.map((place) => {
        const { file, offset } = place
        return { file, offset, paths: run.lines.isPlain(file, offset) ? pathsAlone(place) : undefined }
      }),
    )
    asked.push({ items, answer })
    items = []
    places = []
  }
  try {
    for (const item of all) {
      if (places.length + item.places.length > MOST_ASKED) ask()
      if (asked.length > AHEAD) yield* located(run, asked.shift()!)
      items.push(item)
      for (const place of item.places) places.push(place)
    }
    ask()
    for (const window of asked) yield* located(run, window)
  } finally {
    asker.close()
  }
}

function* located<Item extends Placed>(
  run: Run,
  { items, answer }: Window<Item>,
): Generator<{ readonly item: Item; readonly locations: Location[] }> {
  const spans = answer()
  let next = 0
  for (const item of items) {
    const locations = item.places.map((place) => {
      const start = spans?.starts[next] ?? -1
      const end = spans?.ends[next++] ?? -1
      return start < 0 ? locate(run, place) : locatedAt(run, place, start, end)
    })
    yield { item, locations }
  }
}
