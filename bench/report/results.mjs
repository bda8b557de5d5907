import { grouped, megabytes, seconds, times } from './figures.mjs'

/**
 * What was measured, as a page.
 * @param {object} measured
 * @param {string[]} measured.names of the contenders; the first is the floor
 * @param {{ name: string, lines: number, bytes: number, results: import('../measure/side-by-side.mjs').Result[] }[]} measured.runs
 * @param {{ name: string, wall: number }[]} measured.starts the first is Node alone
 * @param {{ processor: string, memory: string, system: string, versions: string[] }} measured.machine
 * @param {string} measured.date
 */
export function resultsPage({ names, runs, starts, machine, date }) {
  const [floor, ...others] = names
  const [bare] = starts
  return `# Results of the bench

${date}, on ${machine.processor}, ${machine.memory}, ${machine.system}; ${machine.versions.join(', ')}.
\`npx -y pnpm@12 bench\` wrote this page and the chart.

## Checking a run

The floor is one pass of \`${floor}\` over every line of the run, of no catalog, in one thread, in seconds; the others are given as times the floor. Each is a process of
its own, its start included: the best of several rounds in which all take turns, and the most memory that the process had. The peers do part
of the work, and ran once: they count lines that are no JSON, missing, repeated and conflicting ids, parents and ends that nothing declares,
repeated edges and those to themselves, circles of parents and of lineage, and mentions that are nowhere; they say no place, suggest nothing and
look into no query. Each takes circles from its library: graphology's calls itself once a resource, and is given the stack for it.

${table([
  ['run', 'lines', 'size', floor, ...others],
  ...runs.map(({ name, lines, bytes, results: [base, ...rest] }) => [
    name,
    grouped(lines),
    megabytes(bytes),
    'wall' in base ? `${seconds(base.wall)}, ${megabytes(base.memory)}` : reason(base),
    ...rest.map((result) =>
      'wall' in result ? `${times(result.wall, base.wall)}, ${megabytes(result.memory)}` : reason(result),
    ),
  ]),
])}

![How long a check takes, by the size of the run](growth.svg)

## Starting the command

The best of several starts that take turns.

${table([
  ['command', 'time', 'times Node'],
  ...starts.map(({ name, wall }) => [`\`${name}\``, `${Math.round(wall * 1000)} ms`, times(wall, bare.wall)]),
])}
`
}

const reason = ({ missing, failed }) => missing ?? failed

function table([head, ...rows]) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows].map(line).join('\n')
}
