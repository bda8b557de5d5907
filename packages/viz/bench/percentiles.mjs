/** The middle of some figures, and what 19 of 20 stay under. */
export function percentiles(figures) {
  const sorted = [...figures].sort((one, other) => one - other)
  const at = (part) => sorted[Math.ceil(part * sorted.length) - 1] ?? NaN // the nearest rank
  return { p50: at(0.5), p95: at(0.95), count: sorted.length }
}
