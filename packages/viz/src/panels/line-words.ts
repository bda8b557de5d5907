import { isOfItsBox } from '../scene/picture/own-box.ts'
import { STROKES, type Picture } from '../scene/picture/picture.ts'
import { counted, STUB_WORDS } from './words.ts'

type Drawn = Pick<Picture, 'lines' | 'things'>

const AGAINST_WORDS =
  'Dashed, as it runs against the flow of the picture: no declared lineage runs in a circle through it'

/** Why a line is drawn as it is, where that does not say itself; else nothing. */
export function drawnSo(picture: Drawn, line: number): string {
  if (isOfItsBox(picture, line)) return STUB_WORDS
  return STROKES[picture.lines.strokes[line]!] === 'against' ? AGAINST_WORDS : ''
}

/** What a line is, where the pointer is on it. @param edges how many it stands for. */
export function lineTitle(picture: Drawn, line: number, edges = picture.lines.weights[line]!): string {
  const { lines, things } = picture
  const ends = `${things.titles[lines.from[line]!]!} → ${things.titles[lines.to[line]!]!}`
  const words = drawnSo(picture, line)
  return `${ends}: ${counted(edges, 'edge')}${words === '' ? '' : `\n${words}`}`
}
