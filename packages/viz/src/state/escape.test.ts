import { expect, test } from 'vitest'
import { select, setPathEnd, showLineage, showMap, showOnlyCircle } from './actions.ts'
import { escapeFrom } from './escape.ts'
import { FIRST_VIEW, type View } from './view.ts'

/** What Esc does until it does nothing more, and what is left then. */
function escaped(view: View): [says: string[], View] {
  const escape = escapeFrom(view)
  if (!escape) return [[], view]
  const [says, left] = escaped(escape.does(view))
  return [[escape.says, ...says], left]
}
const pathFrom = (view: View): View => setPathEnd(setPathEnd(view, 'from', 'id:a'), 'to', 'id:b')
const CAMERA = { x: 1, y: 2, k: 1 }

test('Esc does nothing where nothing is chosen, and says so', () => {
  expect(escapeFrom(FIRST_VIEW)).toBeNull()
  expect(escapeFrom({ ...showLineage(FIRST_VIEW, 'id:t'), selection: [] })).toBeNull()
})

test('Esc clears what is chosen, be it things, a line or a finding, and nothing else', () => {
  expect(escaped(select(FIRST_VIEW, 'id:a'))).toEqual([['clear'], FIRST_VIEW])
  expect(escaped({ ...FIRST_VIEW, edge: { from: 'id:a', to: 'id:b' }, finding: 'f' })).toEqual([
    ['clear'],
    FIRST_VIEW,
  ])
})

test('Esc leaves the path between two things, for the lineage before or the Map, after what is chosen on it is cleared', () => {
  const map = { ...FIRST_VIEW, camera: CAMERA, finding: 'f' }
  expect(escaped(pathFrom(map))).toEqual([['leave the path'], FIRST_VIEW])
  expect(escaped(select(pathFrom(map), 'id:a'))[0]).toEqual(['clear', 'leave the path'])
  expect(escaped(pathFrom(showLineage(map, 'id:t')))[1]).toMatchObject({
    ...{ kind: 'lineage', focus: 'id:t', path: null, selection: [] },
  })
})

test('Esc gives up a path of which one end is picked before it clears what is chosen, and the picture stays as it is', () => {
  const picking = setPathEnd({ ...select(FIRST_VIEW, 'id:a'), camera: CAMERA }, 'from', 'id:a')
  const map = { ...FIRST_VIEW, camera: CAMERA }
  expect(escaped(picking)).toEqual([['leave the path', 'clear'], map])
})

test('Esc leaves a circle that alone is shown, after the light on it is out; in the Map there is none to leave', () => {
  const lit: View = { ...FIRST_VIEW, edge: { from: 'id:c', to: 'id:a' }, finding: 'f' }
  const only = showOnlyCircle(lit, 'circle:id:a', 'id:c')
  const [says, left] = escaped(only)
  expect(says).toEqual(['clear', 'leave the circle'])
  expect(left).toMatchObject({ kind: 'lineage', focus: 'id:c', circle: null })
  expect(escaped(showMap(only))[0]).toEqual(['clear'])
})
