import { FORMS, type Picture } from './picture.ts'

/** Whether a line joins a thing and a box around it: what stands inside says that already, so it is a stub with a dot for the box. */
export function isOfItsBox({ lines, things }: Pick<Picture, 'lines' | 'things'>, line: number): boolean {
  const [from, to] = [lines.from[line]!, lines.to[line]!]
  return from !== to && (isAround(things, from, to) || isAround(things, to, from))
}

export function isAround({ box, forms }: Picture['things'], outer: number, inner: number): boolean {
  if (FORMS[forms[outer]!] !== 'box') return false
  let around = box[inner]!
  while (around >= 0 && around !== outer) around = box[around]!
  return around === outer
}

/** Whether a picture has such a line. O(lines · depth). */
export const hasStubs = (picture: Pick<Picture, 'lines' | 'things'>): boolean =>
  picture.lines.from.some((_, line) => isOfItsBox(picture, line))
