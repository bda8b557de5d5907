import { FORMS, ROLES, STROKES, type Picture } from './picture.ts'

/** A thing of a picture, or a column in a card, as other programs read it. Places are in CSS pixels at the scale 1. */
export interface ThingData {
  readonly key: string
  readonly title: string
  readonly sort: string
  /** The thing that it stands in: an open container, or of a column its card; null for what stands free. */
  readonly inside: string | null
  readonly form: (typeof FORMS)[number] | 'row'
  readonly role: (typeof ROLES)[number]
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** How many things it holds that are not drawn, and columns that it has. */
  readonly things: number
  readonly columns: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

export interface LineData {
  readonly from: string
  readonly to: string
  /** How many edges of the run it stands for. */
  readonly edges: number
  readonly stroke: (typeof STROKES)[number]
}

/** What a picture shows, as it shows it. */
export interface PictureData {
  readonly version: 1
  readonly run: string
  readonly view: Picture['view']
  readonly things: readonly ThingData[]
  readonly lines: readonly LineData[]
  readonly tally: Picture['tally']
}

/** What a picture shows, as plain data: its things, the columns in its cards, and its lines. */
export function pictureData(picture: Picture, run: string): PictureData {
  const { things, rows, lines, view, tally } = picture
  const data: ThingData[] = []
  for (let i = 0; i < things.count; i++) {
    const [box, sort] = [things.box[i]!, things.sorts[i]!]
    const [x, y, width, height] = [things.x[i]!, things.y[i]!, things.width[i]!, things.height[i]!]
    const role = ROLES[things.roles[i]!]!
    data.push({
      ...{ key: things.keys[i]!, title: things.titles[i]!, sort, inside: box < 0 ? null : things.keys[box]! },
      ...{ form: FORMS[things.forms[i]!]!, role, x, y, width, height },
      ...{ things: things.inside[i]!, columns: things.columns[i]! },
      ...{ errors: things.errors[i]!, warnings: things.warnings[i]!, infos: things.infos[i]! },
    })
    for (let row = rows.starts[i]!; row < rows.starts[i + 1]!; row++)
      data.push({
        ...{ key: rows.keys[row]!, title: rows.titles[row]!, sort: 'column', inside: things.keys[i]! },
        ...{ form: 'row', role, x, y: y + rows.y[row]!, width, height: 0 },
        ...{ things: 0, columns: 0, errors: 0, warnings: 0, infos: 0 },
      })
  }
  const keyOf = (thing: number, row: number): string => (row < 0 ? things.keys[thing]! : rows.keys[row]!)
  return {
    ...{ version: 1, run, view, tally, things: data },
    lines: Array.from({ length: lines.count }, (_, line) => ({
      from: keyOf(lines.from[line]!, lines.fromRow[line]!),
      to: keyOf(lines.to[line]!, lines.toRow[line]!),
      edges: lines.weights[line]!,
      stroke: STROKES[lines.strokes[line]!]!,
    })),
  }
}

/** The same as graphology writes its graphs: `DirectedGraph.from(…)` takes it. */
export function graphologyData({ run, view, things, lines }: PictureData): object {
  return {
    attributes: { name: run, view },
    options: { type: 'directed', multi: false, allowSelfLoops: true },
    nodes: things.map(({ key, ...attributes }) => ({ key, attributes })),
    edges: lines.map(({ from, to, ...attributes }) => ({ source: from, target: to, attributes })),
  }
}
