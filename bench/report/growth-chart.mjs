import { grouped, seconds } from './figures.mjs'

const WIDTH = 760
const HEIGHT = 420
const PLOT = { left: 64, right: 560, top: 44, bottom: 360 }
const COLOURS = 5

/**
 * How the time of contenders grows with the size of runs, both on logarithmic axes: a straight line at 45° is linear growth.
 * @param {{ name: string, points: { size: number, wall: number }[] }[]} series `size` in lines, `wall` in seconds; those without
 *   points are left out
 * @returns {string} an SVG that is readable on light and dark pages
 */
export function growthChart(series) {
  const shown = series
    .map((each, i) => ({ ...each, colour: i % COLOURS }))
    .filter(({ points }) => points.length > 0)
  const all = shown.flatMap(({ points }) => points)
  const x = logarithmic(
    all.map(({ size }) => size),
    PLOT.left,
    PLOT.right,
  )
  const y = logarithmic(
    all.map(({ wall }) => wall),
    PLOT.bottom,
    PLOT.top,
  )
  const ends = spread(shown.map(({ points }) => y.at(points.at(-1).wall)))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${TITLE}">
<style>${STYLE}</style>
<rect class="page" width="${WIDTH}" height="${HEIGHT}" rx="6"/>
<text class="title" x="${PLOT.left}" y="24">${TITLE}</text>
${x.ticks.map((size) => `<path class="grid" d="M${x.at(size)} ${PLOT.top}V${PLOT.bottom}"/><text class="tick" x="${x.at(size)}" y="${PLOT.bottom + 18}" text-anchor="middle">${grouped(size)}</text>`).join('\n')}
${y.ticks.map((wall) => `<path class="grid" d="M${PLOT.left} ${y.at(wall)}H${PLOT.right}"/><text class="tick" x="${PLOT.left - 8}" y="${y.at(wall) + 4}" text-anchor="end">${tickText(wall)}</text>`).join('\n')}
<text class="tick" x="${(PLOT.left + PLOT.right) / 2}" y="${PLOT.bottom + 40}" text-anchor="middle">lines of the run</text>
${shown
  .map(({ name, points, colour }, i) => {
    const line = points.map(({ size, wall }) => `${x.at(size)} ${y.at(wall)}`).join('L')
    const dots = points.map(
      ({ size, wall }) =>
        `<circle class="fill${colour}" cx="${x.at(size)}" cy="${y.at(wall)}" r="3.5"><title>${escaped(name)}: ${grouped(size)} lines, ${seconds(wall)}</title></circle>`,
    )
    return `<path class="line line${colour}" d="M${line}"/>${dots.join('')}<text class="name fill${colour}" x="${PLOT.right + 12}" y="${ends[i] + 4}">${escaped(name)}</text>`
  })
  .join('\n')}
</svg>
`
}

const TITLE = 'How long a check takes, by the size of the run'
const STYLE = `
text { font: 12px system-ui, sans-serif; }
.title { font-size: 14px; font-weight: 600; fill: #1f2328; }
.tick { fill: #59636e; }
.name { font-weight: 600; }
.page { fill: #ffffff; }
.grid { stroke: #d8dee4; }
.line { fill: none; stroke-width: 2; stroke-linejoin: round; }
${palette(['#59636e', '#0550ae', '#0a7d5a', '#9a5b00', '#a3316f'])}
@media (prefers-color-scheme: dark) {
.title { fill: #e6edf3; }
.tick { fill: #9198a1; }
.page { fill: #0d1117; }
.grid { stroke: #2a313c; }
${palette(['#9198a1', '#6cb6ff', '#46c69b', '#e0a03c', '#ee84bd'])}
}
`

function palette(colours) {
  return colours
    .map((colour, i) => `.fill${i} { fill: ${colour}; }\n.line${i} { stroke: ${colour}; }`)
    .join('\n')
}

/** From values to pixels. The ends are at the powers of ten around the values, or at half of their way. */
function logarithmic(values, from, to) {
  const [least, most] = [Math.log10(Math.min(...values)), Math.log10(Math.max(...values))]
  const [first, last] = [
    Math.floor(2 * least) / 2,
    Math.max(Math.ceil(2 * most) / 2, Math.floor(2 * least) / 2 + 0.5),
  ]
  const ticks = []
  for (let power = Math.floor(first); power <= last; power++)
    for (const tick of [10 ** power, 3 * 10 ** power])
      if (Math.log10(tick) >= first && Math.log10(tick) <= last) ticks.push(tick)
  const at = (value) =>
    Math.round((from + ((Math.log10(value) - first) / (last - first)) * (to - from)) * 10) / 10
  return { ticks, at }
}

const tickText = (wall) => (wall < 1 ? `${Math.round(wall * 1000)} ms` : `${grouped(wall)} s`)

const LEAST_GAP = 16

/** The names beside the ends of the lines, moved down where they would cover each other. */
function spread(places) {
  const order = places.map((_, i) => i).sort((one, other) => places[one] - places[other])
  const moved = [...places]
  for (const [rank, i] of order.entries()) {
    const above = rank === 0 ? -Infinity : moved[order[rank - 1]]
    moved[i] = Math.max(places[i], above + LEAST_GAP)
  }
  return moved
}

const escaped = (text) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
