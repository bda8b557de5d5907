import { isOfItsBox } from '../scene/picture/own-box.ts'
import { STROKES, type Picture } from '../scene/picture/picture.ts'
import { endTitles } from '../scene/picture/title-at.ts'
import { counted, STUB_WORDS } from './words.ts'

type Drawn = Pick<Picture, 'lines' | 'things' | 'rows'>

const AGAINST_WORDS =
  'Dashed, as it runs against the flow of the picture: no declared lineage runs in a circle through it'

/** Why a line is drawn as it is, where that does not say itself; else nothing. */
export function drawnSo(picture: Drawn, line: number): string {
  if (isOfItsBox(picture, line)) return STUB_WORDS
  return STROKES[picture.lines.strokes[line]!] === 'against' ? AGAINST_WORDS : ''
}

/** What a line is, where the pointer is on it. */
export const lineTitle = (picture: Drawn, line: number): string =>
  titled(picture, line, endTitles(picture, line), picture.lines.weights[line]!)

/** The same of one that is drawn for all between two cards. @param edges how many it stands for. */
export function trunkTitle(picture: Drawn, line: number, edges: number): string {
  const { lines, things } = picture
  return titled(
    picture,
    line,
    `${things.titles[lines.from[line]!]!} → ${things.titles[lines.to[line]!]!}`,
    edges,
  )
}

function titled(picture: Drawn, line: number, ends: string, edges: number): string {
  const words = drawnSo(picture, line)
  return `${ends}: ${counted(edges, 'edge')}${words === '' ? '' : `\n${words}`}`
}
