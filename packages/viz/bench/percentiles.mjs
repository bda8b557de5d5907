/** The middle of some figures, and what 19 of 20 stay under. */
export function percentiles(figures) {
  const sorted = [...figures].sort((one, other) => one - other)
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN
  return { p50: at(0.5), p95: at(0.95), count: sorted.length }
}
