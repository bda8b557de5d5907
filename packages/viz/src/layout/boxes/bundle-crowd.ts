import type { Bundles, Edges } from '../crossings/find-ways.ts'

/** More lines than this side by side between two layers nobody follows one by one, and what stands there drifts apart for them. */
const CROWD = 120

/**
 * Where more links pass a layer than can be told apart, those between open boxes, and those through the sides, run on together: all from one
 * item to another, and all through one port, or, where these are fewer, of one item through one side. Links between cards keep their ways. O(links + layers passed).
 * @param bundles of links that already share their ways. @param layer of each node. @param isBox of each item; the nodes after them are ports.
 */
export function bundleCrowd(
  bundles: Bundles,
  { tail, head, reversed, look }: Required<Edges>,
  layer: Uint32Array,
  isBox: Uint8Array,
): Bundles {
  const isPort = (node: number): boolean => node >= isBox.length
  const passed = tail.map((node, link) => layer[head[link]!]! - layer[node]! - 1)
  if (mostInLayer(bundles, tail, passed, layer) <= CROWD) return bundles
  const atPorts = new Set<number>()
  const atItems = new Set<number>()
  tail.forEach((from, link) => {
    if (passed[link] === 0 || (!isPort(from) && !isPort(head[link]!))) return
    atPorts.add(isPort(from) ? from : head[link]!)
    atItems.add(isPort(from) ? head[link]! : from)
  })
  const isByPort = atPorts.size < atItems.size
  const of = bundles.of.slice()
  const atTail = [...bundles.atTail]
  const known = new Map<string, number>()
  for (let link = 0; link < tail.length; link++) {
    const [from, to] = [tail[link]!, head[link]!]
    const goesThrough = isPort(from) || isPort(to)
    if (passed[link] === 0) continue
    if (!goesThrough && !isBox[from] && !isBox[to]) continue
    // A way is anchored at the end that all have who take it.
    const isAtTail = !goesThrough || isPort(from) === isByPort
    const other = goesThrough ? (isPort(from) ? 'left' : 'right') : to
    const key = `${isAtTail ? from : to} ${other} ${reversed[link]} ${look[link]}`
    let bundle = known.get(key)
    if (bundle === undefined) known.set(key, (bundle = atTail.push(isAtTail ? 1 : 0) - 1))
    of[link] = bundle
  }
  return { of, atTail: Uint8Array.from(atTail) }
}

/** How many ways pass the layer that most pass. */
function mostInLayer({ of }: Bundles, tail: Uint32Array, passed: Uint32Array, layer: Uint32Array): number {
  /** How many more pass each layer than the one before. */
  const more = new Int32Array(layer.reduce((most, own) => Math.max(most, own), 0) + 2)
  const isCounted = new Set<number>()
  tail.forEach((from, link) => {
    const [first, end] = [layer[from]! + 1, layer[from]! + 1 + passed[link]!]
    if (first === end) return
    if (of[link]! >= 0) {
      const way = (of[link]! * more.length + first) * more.length + end
      if (isCounted.has(way)) return
      isCounted.add(way)
    }
    more[first]!++
    more[end]!--
  })
  let here = 0
  return more.reduce((most, own) => Math.max(most, (here += own)), 0)
}
