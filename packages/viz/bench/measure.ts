import { existsSync, readFileSync } from 'node:fs'
import { countCrossings } from '../src/layout/crossings/count-crossings.ts'
import { place } from '../src/layout/place-at-once.ts'
import { d3DagHeight, d3DagOrder } from './d3-dag.ts'
import { elkOrder, elkSize } from './elk.ts'
import { inputOf, type Graph } from '../src/layout/placing/equal-cards.ts'
import { MAP_GAPS } from '../src/layout/placing/gaps.ts'
import { layeredOf, ourOrder } from './flat-graph.ts'
import { random, warehouse } from './random-graphs.ts'

/** What the main thread alone takes. The rest compiles what is hot, on threads of its own: who waits for the picture does not wait for them where cores are free. */
const OWN = '  on the thread that lays out'

/** Milliseconds of processor time: of all threads, and of the main thread. */
async function timesOf(run: () => unknown): Promise<[all: number, own: number]> {
  const [start, before] = [process.cpuUsage(), ownThread()]
  await run()
  const { user, system } = process.cpuUsage(start)
  return [(user + system) / 1000, ownThread() - before]
}

/** Milliseconds that the main thread has had so far; NaN where the system does not tell. */
function ownThread(): number {
  const file = `/proc/self/task/${process.pid}/schedstat`
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : NaN
}

const row = (name: string, ...cells: (string | number)[]): string =>
  name.padEnd(34) + cells.map((cell) => String(cell).padStart(14)).join('')

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(3)} s`

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const seeds = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1)

const thrice = (graph: Graph): Graph[] => [graph, graph, graph]

/** Lays out, and tells how high the picture is. */
type HeightOf = (graph: Graph) => number | Promise<number>

const OURS: HeightOf = (graph) => place(inputOf(graph)).totalHeight

/** As the Map does, where layers that are too long become several. */
const OURS_IN_MAP: HeightOf = (graph) => place({ ...inputOf(graph), gaps: MAP_GAPS, wraps: true }).totalHeight

const PEERS: readonly HeightOf[] = [d3DagHeight, async (graph) => (await elkSize(graph)).height]

/** Writes times, crossings and heights, ours and the peers', line by line. */
export async function measure(isFull: boolean, write: (line: string) => void): Promise<void> {
  const first = warehouse(3_000, 4_900, 1)
  write(row('processor time', 'ours', 'd3-dag', 'elkjs'))
  const [all, own] = await timesOf(() => place(inputOf(first)))
  write(row('3,000 nodes, first call of all', seconds(all)))
  write(row(OWN, seconds(own)))
  const alone = [OURS]
  const withPeers = [OURS, ...PEERS]
  await times(
    '300 nodes, 490 edges',
    seeds(5).map((seed) => warehouse(300, 490, seed)),
    withPeers,
  )
  const middling = seeds(isFull ? 1 : 5).map((seed) => warehouse(3_000, 4_900, seed))
  await times('3,000 nodes, 4,900 edges', middling, isFull ? withPeers : alone)
  await times('  in the Map', middling, [OURS_IN_MAP])
  const large = seeds(2).map((seed) => warehouse(30_000, 49_000, seed))
  await times('30,000 nodes, 49,000 edges', large, alone)
  await times('  in the Map', large, [OURS_IN_MAP])
  await times('chain of 500', thrice(chain(500)), withPeers)
  await times('fan-in of 1,000', thrice(fanIn(1_000)), withPeers)
  await times('complete graph of 100', thrice(complete(100)), alone)
  await times('ring of 500', thrice(ring(500)), alone)

  write('')
  write(row('crossings, same layers, 20 seeds', 'ours', 'd3-dag', 'elkjs'))
  await crossings('warehouse, 300 nodes, 490 edges', (seed) => warehouse(300, 490, seed))
  await crossings('random, 100 nodes, 150 edges', (seed) => random(100, 150, seed))

  async function times(name: string, graphs: readonly Graph[], layouts: readonly HeightOf[]): Promise<void> {
    const columns = layouts.map((heightOf) => ({
      heightOf,
      times: [] as [number, number][],
      heights: [] as number[],
    }))
    for (const graph of graphs)
      for (const { heightOf, times, heights } of columns)
        times.push(await timesOf(async () => heights.push(await heightOf(graph))))
    // The best of several: the machine is noisy.
    const best = (which: 0 | 1) =>
      columns.map(({ times }) => seconds(Math.min(...times.map((both) => both[which]))))
    write(row(name, ...best(0)))
    write(row(OWN, ...best(1)))
    write(row('  height of the picture, mean', ...columns.map(({ heights }) => mean(heights).toFixed(0))))
  }

  async function crossings(name: string, graphOf: (seed: number) => Graph): Promise<void> {
    const counts: [number, number, number][] = []
    for (const seed of seeds(20)) {
      const layered = layeredOf(graphOf(seed))
      counts.push([
        countCrossings(layered, ourOrder(layered)),
        countCrossings(layered, d3DagOrder(layered)),
        countCrossings(layered, await elkOrder(layered)),
      ])
    }
    write(row(name, ...[0, 1, 2].map((peer) => mean(counts.map((count) => count[peer]!)).toFixed(1))))
  }
}

const pairs = (nodeCount: number, edges: readonly (readonly [number, number])[]): Graph => ({
  nodeCount,
  from: Uint32Array.from(edges, ([from]) => from),
  to: Uint32Array.from(edges, ([, to]) => to),
})

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

const chain = (count: number) =>
  pairs(
    count,
    upTo(count - 1).map((node) => [node, node + 1]),
  )

const fanIn = (count: number) =>
  pairs(
    count + 1,
    upTo(count).map((node) => [node + 1, 0]),
  )

const ring = (count: number) =>
  pairs(
    count,
    upTo(count).map((node) => [node, (node + 1) % count]),
  )

const complete = (count: number) =>
  pairs(
    count,
    upTo(count).flatMap((from) =>
      upTo(count).flatMap((to): [number, number][] => (from === to ? [] : [[from, to]])),
    ),
  )
