import { FIRST_VIEW, type Camera, type Selection, type View } from './view.ts'

/** Of what a hash says. A link with another number is of another time: it opens as if it said nothing. */
const VERSION = '1'

/** The part of the address after `#`: only what differs from the first view, so that links stay short. */
export function viewToHash(view: View): string {
  const said = new URLSearchParams({ v: VERSION })
  if (view.level !== null) said.set('level', String(view.level))
  if (view.selection?.kind === 'thing') said.set('thing', view.selection.key)
  if (view.selection?.kind === 'edge') {
    said.set('from', view.selection.from)
    said.set('to', view.selection.to)
  }
  for (const sort of view.off) said.append('off', sort)
  if (view.camera) said.set('at', [view.camera.x, view.camera.y, view.camera.k].map(shortNumber).join(','))
  if (view.theme !== FIRST_VIEW.theme) said.set('theme', view.theme)
  if (view.tab !== FIRST_VIEW.tab) said.set('tab', view.tab)
  if (view.finding !== null) said.set('finding', view.finding)
  for (const severity of view.mute) said.append('mute', severity)
  return said.toString()
}

/** The view that a hash describes, with or without its `#`. What it says wrongly counts as not said. */
export function hashToView(hash: string): View {
  const said = new URLSearchParams(hash.replace(/^#/, ''))
  if (said.get('v') !== VERSION) return FIRST_VIEW
  return {
    level: oneOf([0, 1, 2], said.get('level')),
    selection: selectionOf(said),
    off: said.getAll('off'),
    camera: cameraOf(said.get('at')),
    theme: oneOf(['system', 'light', 'dark'], said.get('theme')) ?? FIRST_VIEW.theme,
    tab: oneOf(['details', 'findings'], said.get('tab')) ?? FIRST_VIEW.tab,
    finding: said.get('finding'),
    mute: said.getAll('mute'),
  }
}

/** Three digits behind the point: a thousandth of a pixel is nobody's loss. */
const shortNumber = (value: number): string => String(Math.round(value * 1000) / 1000)

const oneOf = <T extends string | number>(values: readonly T[], said: string | null): T | null =>
  values.find((value) => String(value) === said) ?? null

function selectionOf(said: URLSearchParams): Selection | null {
  const [thing, from, to] = [said.get('thing'), said.get('from'), said.get('to')]
  if (thing !== null) return { kind: 'thing', key: thing }
  return from !== null && to !== null ? { kind: 'edge', from, to } : null
}

function cameraOf(at: string | null): Camera | null {
  const [x, y, k, ...more] = (at ?? '').split(',').map((part) => (part.trim() === '' ? NaN : Number(part)))
  if (x === undefined || y === undefined || k === undefined || more.length > 0) return null
  return Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(k) && k > 0 ? { x, y, k } : null
}
