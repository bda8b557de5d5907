import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

type Tokens = ReadonlyMap<string, string>
interface Told {
  readonly token: string
  readonly ratios: readonly number[]
  readonly kind: 'plain' | 'under' | 'on accent'
}

/** The block of a theme: its colours, and the ratios that its comments tell. */
function themeOf(selector: string): { tokens: Tokens; told: readonly Told[] } {
  const start = css.lastIndexOf(`\n${selector} {`)
  const block = css.slice(start, css.indexOf('\n}', start))
  const tokens = new Map<string, string>()
  const told: Told[] = []
  for (const [, token, value, comment = ''] of block.matchAll(
    /--([\w-]+): (#[0-9a-f]{6});(?: \/\* (.*?) \*\/)?/g,
  )) {
    tokens.set(token!, value!)
    const ratios = [...comment.matchAll(/\d+\.\d\d/g)].map(([ratio]) => Number(ratio))
    const kind = comment.includes('under') ? 'under' : comment.includes('on accent') ? 'on accent' : 'plain'
    if (ratios.length > 0) told.push({ token: token!, ratios, kind })
  }
  return { tokens, told }
}

/** WCAG 2.2: relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

const GROUNDS = ['canvas', 'surface', 'raised', 'sunken', 'box1', 'box2', 'hover']
/** Text, and the grounds that it is written on. */
const TEXTS: readonly (readonly [string, readonly string[]])[] = [
  ['ink1', [...GROUNDS, 'accent-bg', 'error-bg', 'warning-bg', 'info-bg', 'hatch']],
  ['ink2', [...GROUNDS, 'accent-bg', 'hatch']],
  ['ink3', [...GROUNDS.filter((ground) => ground !== 'sunken'), 'accent-bg']],
  ['accent', ['canvas', 'surface', 'raised', 'accent-bg']],
  ['accent-ink', ['accent']],
  ['error', ['canvas', 'surface', 'raised', 'error-bg']],
  ['warning', ['canvas', 'surface', 'raised', 'warning-bg']],
  ['info', ['canvas', 'surface', 'raised', 'info-bg']],
  ['missing', ['canvas', 'surface']],
  ['external', ['canvas', 'surface']],
  ['added', ['canvas', 'surface']],
  ['removed', ['canvas', 'surface']],
  ['changed', ['canvas', 'surface']],
  ['surface', ['error']],
]
/** Icons and marks, and edges at rest. */
const MARKS = ['database', 'schema', 'table', 'column', 'group', 'dashboard', 'chart', 'edge', 'external']

for (const [name, selector] of [
  ['light', ':root'],
  ['dark', ':root.dark'],
] as const) {
  const { tokens, told } = themeOf(selector)
  const ratio = (one: string, other: string): number => contrast(tokens.get(one)!, tokens.get(other)!)

  test(`text can be read on every ground that it is written on, ${name}`, () => {
    const faint = TEXTS.flatMap(([ink, grounds]) =>
      grounds
        .filter((ground) => ratio(ink, ground) < 4.5)
        .map((ground) => `${ink} on ${ground}: ${ratio(ink, ground).toFixed(2)}`),
    )
    expect(faint).toEqual([])
  })

  test(`icons and edges can be told from their ground, ${name}`, () => {
    const faint = MARKS.flatMap((mark) =>
      ['canvas', 'surface']
        .filter((ground) => ratio(mark, ground) < 3)
        .map((ground) => `${mark} on ${ground}`),
    )
    expect(faint).toEqual([])
  })

  test(`the ratios that the comments tell are those of the colours, ${name}`, () => {
    expect(told.length).toBeGreaterThan(20)
    for (const { token, ratios, kind } of told) {
      const own = token.replace('-bg', '')
      const wanted =
        kind === 'under'
          ? [ratio(own, token), ratio('ink1', token)]
          : kind === 'on accent'
            ? [ratio(token, 'accent')]
            : [ratio(token, 'surface'), ratio(token, 'canvas')]
      ratios.forEach((told, i) => expect(told, `${token}, ratio ${i + 1}`).toBeCloseTo(wanted[i]!, 1))
    }
  })
}
