import { keysToTexts, keyToText, textsToKeys, textToKey } from './key-text.ts'
import {
  circleWith,
  FIRST_VIEW,
  thingOfCircle,
  type ColumnList,
  type EdgeKeys,
  type Expanded,
  type Hops,
  type KeptCamera,
  type PathEnds,
  type View,
} from './view.ts'

/** Of what a hash says. A link with another number is of another time. */
const VERSION = '2'

/** The part of the address after `#`: only what differs from the first view, so that links stay short. */
export function viewToHash(view: View): string {
  const said = new URLSearchParams({ v: VERSION })
  for (const [name, field] of FIELDS) for (const text of field.write(view)) said.append(name, text)
  return said.toString()
}

/** The view that a hash describes, with or without its `#`, and what to tell people where it could not be understood. */
export interface ReadHash {
  readonly view: View
  readonly notice: string | null
}

/** What a hash says wrongly counts as not said. */
export function hashToView(hash: string): ReadHash {
  const text = hash.replace(/^#/, '')
  if (text === '') return { view: FIRST_VIEW, notice: null }
  const said = new URLSearchParams(text)
  if (said.get('v') !== VERSION)
    return {
      view: FIRST_VIEW,
      notice: said.has('v')
        ? 'This link is of another version of lineagraph. What the run looks like at first is shown instead.'
        : 'This link says nothing that lineagraph understands. What the run looks like at first is shown instead.',
    }
  const view = { ...FIRST_VIEW }
  const wrong: string[] = []
  for (const name of new Set(said.keys())) {
    if (name === 'v') continue
    const part = FIELDS.get(name)?.read(said.getAll(name))
    if (part) Object.assign(view, part)
    else wrong.push(name)
  }
  const words = wrong.slice(0, 5).join(', ') + (wrong.length > 5 ? ' and more' : '')
  return {
    view,
    notice:
      wrong.length > 0 ? `A part of this link could not be understood, and is left out: ${words}.` : null,
  }
}

interface Field {
  /** Nothing where the view is as it is at first. */
  readonly write: (view: View) => readonly string[]
  /** Undefined where the texts make no sense. */
  readonly read: (texts: readonly string[]) => Partial<View> | undefined
}

type Of<Value> = { readonly [Name in keyof View]: View[Name] extends Value ? Name : never }[keyof View]

/** A field with one value. */
function single<Name extends keyof View>(
  name: Name,
  write: (value: View[Name]) => string | null,
  read: (text: string) => View[Name] | undefined,
): Field {
  return {
    write: (view) => {
      const text = write(view[name])
      return text === null ? [] : [text]
    },
    read: ([text, ...more]) => {
      const value = text !== undefined && more.length === 0 ? read(text) : undefined
      return value === undefined ? undefined : { [name]: value }
    },
  }
}

/** One of a few words. */
const word = <Name extends Of<string>>(name: Name, words: readonly View[Name][]): Field =>
  single<Name>(
    name,
    (value) => (value === FIRST_VIEW[name] ? null : String(value)),
    (text) => words.find((one) => one === text),
  )

const hops = (name: 'up' | 'down'): Field =>
  single<typeof name>(
    name,
    (value) => (value === null ? null : String(value)),
    (text): Hops | undefined => (text === 'all' ? 'all' : wholeNumber(text)),
  )

/** A set of keys: their order says nothing. */
const keySet = (name: 'opened' | 'closed' | 'hide'): Field => ({
  write: (view) => keysToTexts(view[name]),
  read: (texts) => {
    const keys = textsToKeys(texts)
    return keys && { [name]: keys }
  },
})

const texts = (name: 'off' | 'only' | 'mute' | 'without'): Field => ({
  write: (view) => view[name],
  read: (said) => ({ [name]: said }),
})

/** A list whose items stand in JSON: short arrays. */
function list<Name extends 'expanded' | 'lists', Item>(
  name: Name,
  items: (view: View) => readonly Item[],
  write: (item: Item) => readonly unknown[],
  read: (parts: readonly unknown[]) => Item | undefined,
): Field {
  return {
    write: (view) => items(view).map((item) => JSON.stringify(write(item))),
    read: (said) => {
      const found = said.map((text) => {
        const parts = arrayIn(text)
        return parts && read(parts)
      })
      return found.every((item) => item !== undefined) ? { [name]: found } : undefined
    },
  }
}

function arrayIn(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? (value as unknown[]) : undefined
  } catch {
    return undefined
  }
}

const SIDES = { u: ['up', false], U: ['up', true], d: ['down', false], D: ['down', true] } as const

function readExpanded([side, text, ...more]: readonly unknown[]): Expanded | undefined {
  if (typeof side !== 'string' || typeof text !== 'string' || more.length > 0) return undefined
  const found = Object.hasOwn(SIDES, side) ? SIDES[side as keyof typeof SIDES] : undefined
  return found && { key: textToKey(text), side: found[0], far: found[1] }
}

const sideText = ({ side, far }: Expanded): string => (side === 'up' ? (far ? 'U' : 'u') : far ? 'D' : 'd')

function readList([text, from, find, ...more]: readonly unknown[]): ColumnList | undefined {
  const isRight =
    typeof text === 'string' &&
    typeof from === 'number' &&
    Number.isSafeInteger(from) &&
    from >= 0 &&
    typeof find === 'string' &&
    more.length === 0
  return isRight ? { key: textToKey(text), from, find } : undefined
}

const endText = (key: string | null): string | null => (key === null ? null : keyToText(key))
const textEnd = (text: unknown): string | null => (typeof text === 'string' ? textToKey(text) : null)

/** A circle is called by one of its things. */
const circleText = (key: string | null): string | null => key && keyToText(thingOfCircle(key))
const textCircle = (text: string): string => circleWith(textToKey(text))

const path = single<'path'>(
  'path',
  (ends) =>
    ends &&
    JSON.stringify([
      endText(ends.from),
      endText(ends.to),
      ends.takes === 'all' ? 1 : 0,
      ends.columns ? 1 : 0,
    ]),
  (text): PathEnds | undefined => {
    const [from, to, takes, columns, ...more] = arrayIn(text) ?? []
    const isEnd = (end: unknown): boolean => end === null || typeof end === 'string'
    const isFlag = (flag: unknown): boolean => flag === 0 || flag === 1
    if (!isEnd(from) || !isEnd(to) || !isFlag(takes) || !isFlag(columns) || more.length > 0) return undefined
    return {
      from: textEnd(from),
      to: textEnd(to),
      takes: takes === 1 ? 'all' : 'shortest',
      columns: columns === 1,
    }
  },
)

const edge = single<'edge'>(
  'edge',
  (ends) => ends && JSON.stringify([keyToText(ends.from), keyToText(ends.to)]),
  (text): EdgeKeys | undefined => {
    const [from, to, ...more] = arrayIn(text) ?? []
    if (typeof from !== 'string' || typeof to !== 'string' || more.length > 0) return undefined
    return { from: textToKey(from), to: textToKey(to) }
  },
)

/** By its name in the hash. */
const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['view', word('kind', ['map', 'lineage'])],
  ['level', single<'level'>('level', (level) => (level === null ? null : String(level)), wholeNumber)],
  ['o', keySet('opened')],
  ['c', keySet('closed')],
  ['focus', single<'focus'>('focus', (key) => endText(key), textToKey)],
  ['up', hops('up')],
  ['down', hops('down')],
  ['way', word('direction', ['both', 'up', 'down'])],
  [
    'more',
    list<'expanded', Expanded>(
      'expanded',
      (view) => view.expanded,
      (one) => [sideText(one), keyToText(one.key)],
      readExpanded,
    ),
  ],
  ['most', word('most', ['usual', 'all'])],
  ['boxes', word('boxes', ['none', 'schema', 'database'])],
  ['columns', word('columns', ['traced', 'all', 'none'])],
  [
    'list',
    list<'lists', ColumnList>(
      'lists',
      (view) => view.lists,
      (one) => [keyToText(one.key), one.from, one.find],
      readList,
    ),
  ],
  ['path', path],
  ['circle', single<'circle'>('circle', circleText, textCircle)],
  ['off', texts('off')],
  ['hide', keySet('hide')],
  ['only', texts('only')],
  ['flow', word('flow', ['auto', 'right', 'down'])],
  [
    'thing',
    {
      write: (view) => view.selection.map(keyToText),
      read: (said) => ({ selection: said.map(textToKey) }),
    },
  ],
  ['edge', edge],
  ['at', single<'camera'>('camera', (camera) => camera && cameraText(camera), readCamera)],
  ['theme', word('theme', ['system', 'light', 'dark'])],
  ['tab', word('tab', ['details', 'findings', 'impact', 'changes'])],
  [
    'finding',
    single<'finding'>(
      'finding',
      (fingerprint) => fingerprint,
      (text) => text,
    ),
  ],
  ['mute', texts('mute')],
  [
    'rule',
    single<'rule'>(
      'rule',
      (rule) => rule,
      (text) => text,
    ),
  ],
  ['by', word('findingsBy', ['severity', 'rule', 'place'])],
  [
    'side',
    single<'side'>(
      'side',
      (side) => side,
      (text) => (text === 'up' || text === 'down' ? text : undefined),
    ),
  ],
  ['changes', word('changesOf', ['things', 'edges'])],
  ['without', texts('without')],
])

function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

/** Three digits behind the point: a thousandth of a pixel is nobody's loss. */
const shortNumber = (value: number): string => String(Math.round(value * 1000) / 1000)

/** `x,y,k`, and what stood where under it: `x,y,k,left,top,key`. */
const cameraText = ({ x, y, k, by }: KeptCamera): string =>
  [shortNumber(x), shortNumber(y), Number(k.toPrecision(5))]
    .concat(by ? [shortNumber(by.x), shortNumber(by.y), keyToText(by.key)] : [])
    .join(',')

function readCamera(at: string): KeptCamera | undefined {
  const parts = at.split(',')
  const [x, y, k, left, top] = parts.slice(0, 5).map((part) => (part.trim() === '' ? NaN : Number(part)))
  if (x === undefined || y === undefined || k === undefined || parts.length === 4 || parts.length === 5)
    return undefined
  if (!Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(k) || k <= 0) return undefined
  if (left === undefined || top === undefined) return { x, y, k }
  const by = { key: textToKey(parts.slice(5).join(',')), x: left, y: top }
  return Number.isFinite(left) && Number.isFinite(top) ? { x, y, k, by } : undefined
}
