import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changeHops,
  clearPath,
  closeContainer,
  expand,
  hide,
  keepKnown,
  leaveCircle,
  listAll,
  openAround,
  openContainer,
  openLevel,
  scrollColumns,
  setHops,
  setPathEnd,
  setPaths,
  showAll,
  showLineage,
  showMap,
  showOnlyCircle,
  toggleColumns,
} from './actions.ts'
import { anyView } from './any-view.ts'
import { gesture, type Gesture, type Target } from './gestures.ts'
import { FIRST_VIEW, type Hops, type View } from './view.ts'

const FACTS = { level: 1, opensAt: 0 }
const at = (what: Target['what'], key = 'id:a'): Target => ({ key, what })
const made = (gestures: readonly (readonly [Gesture, Target | null])[], view: View = FIRST_VIEW): View =>
  gestures.reduce((seen, [one, target]) => gesture(seen, one, target, FACTS), view)

test('a stack that is spread takes a line to or from it out of what is chosen: none is drawn for it any more', () => {
  const stack = 'stack:fan:id:chart'
  const to = (key: string): View => ({ ...FIRST_VIEW, edge: { from: 'id:a', to: key } })
  const spread = (view: View) => made([['click', at('stack', stack)]], view).edge
  expect([spread(to(stack)), spread({ ...FIRST_VIEW, edge: { from: stack, to: 'id:a' } })]).toEqual([
    null,
    null,
  ])
  expect(spread({ ...FIRST_VIEW, edge: { from: 'card:id:a', to: `card:${stack}` } })).toBe(null)
  expect(spread(to('id:b'))).toEqual({ from: 'id:a', to: 'id:b' })
})

test('a click selects whatever it meets, and on nothing it clears', () => {
  for (const what of ['closed container', 'open container', 'thing', 'column'] as const)
    expect(made([['click', at(what)]])).toEqual({ ...FIRST_VIEW, selection: ['id:a'] })
  expect(
    made([
      ['click', at('thing')],
      ['click', null],
    ]),
  ).toEqual(FIRST_VIEW)
})

test('a shift-click adds to the selection, and takes out what is in it', () => {
  const both = made([
    ['click', at('thing')],
    ['add', at('column', 'id:b')],
  ])
  expect(both.selection).toEqual(['id:a', 'id:b'])
  expect(made([['add', at('thing')]], both).selection).toEqual(['id:b'])
})

test('Enter or a double click opens a closed container and closes an open one; so does Space', () => {
  for (const how of ['enter', 'space'] as const) {
    const opened = made([[how, at('closed container')]])
    expect(opened).toEqual({ ...FIRST_VIEW, level: 1, opened: ['id:a'] })
    const closed = { ...FIRST_VIEW, level: 1, closed: ['id:a'] }
    expect(made([[how, at('open container')]], opened)).toEqual(closed)
    expect(made([[how, at('open container')]])).toEqual(closed)
    expect(made([[how, at('closed container')]], closed)).toEqual(opened)
  }
})

test('what is closed again where its level has it closed, or opened where that has it open, leaves the view as it was', () => {
  const facts = { level: 1, opensAt: 1 }
  const toggled = (view: View, what: Target['what'], byLevel: Target['byLevel']): View =>
    gesture(view, 'space', { key: 'id:a', what, ...(byLevel && { byLevel }) }, facts)
  const opened = toggled(FIRST_VIEW, 'closed container', 'closed')
  expect(opened).toEqual({ ...FIRST_VIEW, level: 1, opened: ['id:a'] })
  expect(toggled(opened, 'open container', 'closed')).toEqual(FIRST_VIEW)
  const closed = toggled(FIRST_VIEW, 'open container', 'open')
  expect(closed).toEqual({ ...FIRST_VIEW, level: 1, closed: ['id:a'] })
  expect(toggled(closed, 'closed container', 'open')).toEqual(FIRST_VIEW)
  // The level that a view names stays where the Map opens at another, and while a hand has opened something else.
  const deep = { ...FIRST_VIEW, level: 1, opened: ['id:b'] }
  expect(toggled(toggled(deep, 'closed container', 'closed'), 'open container', 'closed')).toEqual(deep)
  expect(gesture(opened, 'space', { ...at('open container'), byLevel: 'closed' }, FACTS)).toEqual({
    ...FIRST_VIEW,
    level: 1,
  })
})

test('Enter on a dashboard shows its lineage, open or closed; Space opens and closes it', () => {
  for (const what of ['closed container', 'open container'] as const)
    expect(made([['enter', { ...at(what), isDashboard: true }]])).toMatchObject({
      kind: 'lineage',
      focus: 'id:a',
      selection: ['id:a'],
      opened: [],
      closed: [],
    })
  const opened = made([['space', { ...at('closed container'), isDashboard: true }]])
  expect(opened).toEqual({ ...FIRST_VIEW, level: 1, opened: ['id:a'] })
  expect(made([['space', { ...at('open container'), isDashboard: true }]], opened)).toEqual({
    ...FIRST_VIEW,
    level: 1,
    closed: ['id:a'],
  })
})

test('Enter on a table or a column shows its lineage; on nothing it fits', () => {
  for (const what of ['thing', 'column'] as const)
    expect(made([['enter', at(what)]])).toMatchObject({ kind: 'lineage', focus: 'id:a', selection: ['id:a'] })
  const moved = { ...FIRST_VIEW, camera: { x: 1, y: 1, k: 1 } }
  expect(made([['enter', null]], moved)).toEqual(FIRST_VIEW)
})

test('Space on a table shows its columns, and again only what it showed before; on a column it does nothing', () => {
  const open = made([['space', at('thing')]])
  expect(open).toEqual({ ...FIRST_VIEW, opened: ['id:a'] })
  expect(made([['space', at('thing')]], open)).toEqual(FIRST_VIEW)
  expect(made([['space', at('column')]])).toEqual(FIRST_VIEW)
})

test('a click on a stack spreads it', () => {
  expect(made([['click', at('stack', 'stack:x')]]).opened).toEqual(['stack:x'])
})

test('openContainer(view, key) opens and closeContainer(view, key) closes at once, whatever the level and a hand did before', () => {
  fc.assert(
    fc.property(anyView, fc.string(), fc.nat(3), (view, key, level) => {
      const opened = openContainer(view, key, { level, opensAt: 9 })
      expect(opened.opened.filter((one) => one === key)).toEqual([key])
      expect(opened.closed).not.toContain(key)
      const closed = closeContainer(opened, key, { level, opensAt: 9 })
      expect(closed.opened).not.toContain(key)
      expect(closed.closed.filter((one) => one === key)).toEqual([key])
      const others = (keys: readonly string[]): readonly string[] => keys.filter((one) => one !== key)
      expect(others(closed.opened)).toEqual(others(view.opened))
      expect(others(closed.closed)).toEqual(others(view.closed))
    }),
  )
})

test('openAround(view, containers) opens those that are not, and openLevel(view, level, keys) leaves to its level what is released', () => {
  const view = { ...FIRST_VIEW, closed: ['id:db'] }
  const opened = openAround(view, ['id:db', 'id:s'], FACTS)
  expect(opened).toEqual({ ...FIRST_VIEW, level: 1, opened: ['id:db', 'id:s'] })
  expect(openAround(FIRST_VIEW, ['id:db', 'id:s'], FACTS).opened).toEqual(['id:s'])
  expect(openLevel(opened, 2, ['id:s'])).toEqual({ ...FIRST_VIEW, level: 2, opened: ['id:db'] })
  expect(openLevel(view, 1, ['id:db'])).toEqual({ ...FIRST_VIEW, level: 1 })
})

test('changeHops(view, by) changes the sides that are shown, never below none; fewer than all are two, more than 99 are all', () => {
  const after = (view: View, by: 1 | -1, up: Hops, down: Hops): View =>
    changeHops(view, by, { level: 0, opensAt: 0, hops: { up, down } })
  expect(after(FIRST_VIEW, 1, 2, 2)).toMatchObject({ up: 3, down: 3 })
  expect(after(FIRST_VIEW, 1, 1, 1)).toMatchObject({ up: 2, down: 2 })
  expect(after({ ...FIRST_VIEW, direction: 'up' }, -1, 2, 2)).toMatchObject({ up: 1, down: null })
  expect(after(FIRST_VIEW, -1, 0, 'all')).toMatchObject({ up: 0, down: 2 })
  expect(after(FIRST_VIEW, 1, 99, 'all')).toMatchObject({ up: 'all', down: 'all' })
})

test('changeHops(view, by) leaves a side at none or at all while the other has hops to change', () => {
  const after = (by: 1 | -1, up: Hops, down: Hops): unknown => {
    const view = changeHops({ ...FIRST_VIEW, up, down }, by, {
      level: 0,
      opensAt: 0,
      hops: { up: 2, down: 2 },
    })
    return [view.up, view.down]
  }
  expect(after(1, 0, 2)).toEqual([0, 3])
  expect(after(1, 'all', 1)).toEqual(['all', 2])
  expect(after(-1, 'all', 2)).toEqual(['all', 1])
  expect(after(1, 3, 1)).toEqual([4, 2])
  // Where a key alone would take a side away, it takes from the other first.
  expect([after(-1, 3, 1), after(-1, 1, 1), after(1, 0, 0)]).toEqual([
    [2, 1],
    [0, 0],
    [1, 1],
  ])
  expect([after(-1, 'all', 1), after(-1, 'all', 0)]).toEqual([
    ['all', 0],
    [2, 0],
  ])
})

test('setHops(view, side, hops) changes that side alone: the other keeps what it shows', () => {
  const facts = { level: 0, opensAt: 0, hops: { up: 1, down: 2 } } as const
  expect(setHops(FIRST_VIEW, 'up', 'all', facts)).toEqual({ ...FIRST_VIEW, up: 'all', down: 2 })
  expect(setHops({ ...FIRST_VIEW, up: 3 }, 'down', 0, facts)).toEqual({ ...FIRST_VIEW, up: 3, down: 0 })
  expect(setHops({ ...FIRST_VIEW, direction: 'up' }, 'up', 3, facts)).toMatchObject({ up: 3, down: null })
})

test('changeHops(view, by) goes on from the hops of the view, while the picture still shows those before', () => {
  const shown = { level: 0, opensAt: 0, hops: { up: 2, down: 2 } }
  const once = changeHops(FIRST_VIEW, -1, shown)
  expect(changeHops(once, -1, shown)).toMatchObject({ up: 0, down: 0 })
})

test('expand(view, side) opens a side once, by a hop or all the way', () => {
  const near = expand(FIRST_VIEW, { key: 'id:a', side: 'up', far: false })
  const far = expand(near, { key: 'id:a', side: 'up', far: true })
  expect(far.expanded).toEqual([{ key: 'id:a', side: 'up', far: true }])
  expect(expand(far, { key: 'id:a', side: 'down', far: false }).expanded).toHaveLength(2)
  expect(showLineage(far, 'id:b').expanded).toEqual([])
})

test('setPathEnd(view, end, key) shows the ways between two things as soon as there are two', () => {
  const one = setPathEnd(FIRST_VIEW, 'from', 'id:a')
  expect(one).toMatchObject({ kind: 'map', path: { from: 'id:a', to: null, takes: 'shortest' } })
  const both = setPaths(setPathEnd(one, 'to', 'id:b'), { takes: 'all' })
  expect(both).toMatchObject({ kind: 'lineage', path: { from: 'id:a', to: 'id:b', takes: 'all' } })
  expect(clearPath(both)).toMatchObject({ kind: 'map', path: null })
  expect(setPaths(FIRST_VIEW, { takes: 'all' })).toBe(FIRST_VIEW)
})

test('clearPath(view) goes back to the lineage that was shown before', () => {
  const before = showLineage(FIRST_VIEW, 'id:t')
  const path = setPathEnd(setPathEnd(before, 'from', 'id:a'), 'to', 'id:b')
  expect(clearPath(path)).toMatchObject({ kind: 'lineage', focus: 'id:t', path: null })
})

test('listAll(view) lists what the lineage is about hangs on, or what hangs on it where no more is shown; of a path the ways', () => {
  const view: View = { ...showLineage(FIRST_VIEW, 'id:t'), selection: ['id:b'], finding: 'f', side: 'up' }
  const shown = { level: 0, opensAt: 0, hops: { up: 'all', down: 'all' } } as const
  expect(listAll(view, shown)).toEqual({
    ...view,
    selection: ['id:t'],
    finding: null,
    tab: 'impact',
    side: null,
  })
  expect(listAll({ ...view, direction: 'up' }, shown).side).toBe('up')
  expect(listAll({ ...view, direction: 'down' }, shown).side).toBe('down')
  expect(listAll(view, { ...shown, hops: { up: 'all', down: 0 } }).side).toBe('up')
  expect(listAll(view, { ...shown, hops: { up: 0, down: 'all' } }).side).toBe('down')
  const path = setPathEnd(setPathEnd(view, 'from', 'id:a'), 'to', 'id:c')
  expect(listAll({ ...path, selection: ['id:a'], tab: 'impact' }, shown)).toEqual({ ...path, side: 'up' })
})

test('showMap(showLineage(view)) keeps what is open in the Map', () => {
  const view = { ...FIRST_VIEW, opened: ['id:s'], level: 1 }
  expect(showMap(showLineage(view, 'id:t'))).toMatchObject({
    kind: 'map',
    opened: ['id:s'],
    level: 1,
    focus: 'id:t',
  })
})

test('scrollColumns(view, key, from, find) keeps one place for each list, and none for its beginning', () => {
  const moved = scrollColumns(scrollColumns(FIRST_VIEW, 'id:t', 5, ''), 'id:t', 10, 'x')
  expect(moved.lists).toEqual([{ key: 'id:t', from: 10, find: 'x' }])
  expect(scrollColumns(moved, 'id:t', 0, '')).toEqual(FIRST_VIEW)
  expect(toggleColumns(moved, 'id:t').lists).toEqual([])
})

test('hide(view, key) leaves a thing out, also of the selection, and showAll(view) nothing', () => {
  const hidden = hide({ ...FIRST_VIEW, selection: ['id:a', 'id:b'], only: ['error'], off: ['chart'] }, 'id:a')
  expect(hidden).toMatchObject({ hide: ['id:a'], selection: ['id:b'] })
  expect(showAll(hidden)).toEqual({ ...FIRST_VIEW, selection: ['id:b'] })
})

test('keepKnown(view, isKnown) drops what has vanished from the run, and nothing else', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      expect(keepKnown(view, () => true)).toMatchObject({ opened: view.opened, selection: view.selection })
      const gone = keepKnown(view, () => false)
      expect(gone).toEqual({
        ...view,
        ...{ kind: 'map', opened: [], closed: [], focus: null, expanded: [], lists: [], path: null },
        ...{ circle: null, hide: [], selection: [], edge: null },
      })
    }),
  )
  const view: View = { ...showLineage(FIRST_VIEW, 'id:a'), selection: ['id:a', 'id:b'] }
  expect(keepKnown(view, (key) => key === 'id:b')).toMatchObject({
    kind: 'map',
    focus: null,
    selection: ['id:b'],
  })
})

test('a circle alone stays lit, and is left by what shows something else', () => {
  const lit: View = { ...FIRST_VIEW, edge: { from: 'id:c', to: 'id:a' }, finding: 'f', tab: 'findings' }
  const only = showOnlyCircle(lit, 'circle:id:a', 'id:c')
  expect(only).toMatchObject({
    ...{ kind: 'lineage', circle: 'circle:id:a', focus: 'id:c', edge: lit.edge },
    ...{ finding: 'f', tab: 'findings' },
  })
  const facts = { level: 0, opensAt: 0, hops: { up: 2, down: 2 } } as const
  for (const left of [
    leaveCircle(only),
    showLineage(only, 'id:b'),
    changeHops(only, 1, facts),
    setPathEnd(setPathEnd(only, 'from', 'id:a'), 'to', 'id:b'),
    keepKnown(only, (key) => key !== 'id:a'),
  ])
    expect(left.circle).toBeNull()
  expect(keepKnown(only, () => true).circle).toBe('circle:id:a')
})
