import { FORMS, type Picture } from './picture.ts'

const BOX = FORMS.indexOf('box')

/** Whether a line joins a thing and a box around it: what stands inside says that already, so it is a stub with a dot for the box. */
export function isOfItsBox({ lines, things }: Pick<Picture, 'lines' | 'things'>, line: number): boolean {
  const from = lines.from[line]!
  const to = lines.to[line]!
  return from !== to && (isAround(things, from, to) || isAround(things, to, from))
}

export function isAround({ box, forms }: Picture['things'], outer: number, inner: number): boolean {
  if (forms[outer] !== BOX) return false
  let around = box[inner]!
  while (around >= 0 && around !== outer) around = box[around]!
  return around === outer
}

/** Whether a picture has such a line. O(lines · depth). */
export function hasStubs(picture: Pick<Picture, 'lines' | 'things'>): boolean {
  for (let line = 0; line < picture.lines.count; line++) if (isOfItsBox(picture, line)) return true
  return false
}
