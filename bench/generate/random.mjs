/**
 * Chance that a seed decides: the same seed gives the same numbers on every machine. Mulberry32, public domain, by Tommy Ettinger.
 * @param {number} seed an integer
 */
export function randomFrom(seed) {
  let state = seed | 0
  /** An integer from 0 to `limit` - 1. */
  const below = (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
  return {
    below,
    pick: (list) => list[below(list.length)],
    /** @param {number} percent how often of 100 times it is true */
    happens: (percent) => below(100) < percent,
  }
}
