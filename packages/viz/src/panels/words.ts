import { grouped, type PathCount } from '@lineagraph/core'
import type { Picture } from '../scene/picture/picture.ts'

/** `1 table`, `20 tables`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`

/** `94 paths`, `at least 1,000 paths`. */
export const pathsWords = ({ paths, isAll }: PathCount): string =>
  `${isAll ? '' : 'at least '}${counted(paths, 'path')}`

/** Bytes in the largest unit that leaves a number before the point. */
export function bytes(count: number): string {
  if (count < 1000) return `${count} B`
  if (count < 1_000_000) return `${Math.round(count / 1000)} kB`
  return count < 1e9 ? `${Math.round(count / 1e6)} MB` : `${(count / 1e9).toFixed(1)} GB`
}

/** Milliseconds as a person takes them. */
export const duration = (milliseconds: number): string =>
  milliseconds < 1000
    ? `${Math.max(1, Math.round(milliseconds))} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`

/** How large something is drawn, in percent; never as large as it is not. */
export function percent(scale: number): string {
  const hundredths = scale * 100
  if (hundredths >= 1) return `${Math.round(hundredths)}%`
  return hundredths < 0.1 ? '<0.1%' : `${(Math.floor(hundredths * 10) / 10).toFixed(1)}%`
}

/** What a picture is, in a few words: as many things and lines as the status line says that are drawn. */
export const pictureWords = ({ view, tally }: Pick<Picture, 'view' | 'tally'>, linesDrawn: number): string =>
  `${view === 'map' ? 'Map' : 'Lineage'}: ${counted(tally.things.drawn, 'thing')}, ${counted(linesDrawn, 'line')}`

/** What a line is that is drawn as a stub. */
export const STUB_WORDS =
  'A short end with a dot joins a thing with the open box that it stands in: from the thing to its box, or from the box to it'
