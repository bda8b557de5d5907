import { visible, type Location } from '@lineagraph/core'

/** A text of a run that may have lines, as a page may show it: what turns the direction of writing, or is not seen, is written out. */
export const shownText = (text: string): string => text.replace(/[^\n\r\t]+/g, (part) => visible(part))

/** A place, with the name of its file as a page may show it. */
export const shownPlace = ({ file, line }: Pick<Location, 'file' | 'line'>): PlainPlace => ({
  file: visible(file),
  line,
})

interface PlainPlace {
  readonly file: string
  readonly line: number
}
