import type { Mark, PathMark, RectsMark, TextMark, Weight } from './marks.ts'

/** How rectangles of one batch look. */
export type RectStyle = Omit<RectsMark, 'kind' | 'at'>

/** Collects what is drawn of many things, so that what looks alike is drawn in one go: rectangles by stage, then paths, then text by font. */
export interface Sheet {
  /** @param stage what is of an earlier one lies under it. */
  rect(stage: number, style: RectStyle, x: number, y: number, width: number, height: number): void
  path(path: Omit<PathMark, 'kind'>): void
  text(text: Omit<TextMark, 'kind'>): void
  marks(): Mark[]
}

const WEIGHTS: readonly Weight[] = [600, 500, 400]

export function startSheet(): Sheet {
  const batches = new Map<string, { readonly stage: number; readonly mark: RectsMark }>()
  /** By the style itself: what uses one object for many needs no key. */
  const known = new Map<RectStyle, { readonly stage: number; readonly mark: RectsMark }>()
  const paths: PathMark[] = []
  const texts: TextMark[] = []
  return {
    rect(stage, style, x, y, width, height) {
      let batch = known.get(style)
      if (batch?.stage === stage) {
        batch.mark.at.push(x, y, width, height)
        return
      }
      const key = `${stage} ${style.fill} ${style.stroke} ${style.radius} ${style.alpha} ${style.lineWidth} ${style.dash}`
      batch = batches.get(key)
      if (!batch) batches.set(key, (batch = { stage, mark: { kind: 'rects', at: [], ...style } }))
      known.set(style, batch)
      batch.mark.at.push(x, y, width, height)
    },
    path: (path) => void paths.push({ kind: 'path', ...path }),
    text: (text) => void (text.text !== '' && texts.push({ kind: 'text', ...text })),
    marks: () => [
      ...[...batches.values()].sort((one, other) => one.stage - other.stage).map(({ mark }) => mark),
      ...paths,
      ...WEIGHTS.flatMap((weight) => texts.filter((text) => text.weight === weight)),
    ],
  }
}
