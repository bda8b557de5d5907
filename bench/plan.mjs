/** What is measured: shapes at sizes, in resources. Those of `growth` are in the chart. */
export const PLAN = [
  { shape: 'shallow', resources: 10_000, rounds: 5, growth: true },
  { shape: 'shallow', resources: 30_000, rounds: 5, growth: true },
  { shape: 'shallow', resources: 100_000, rounds: 5, growth: true },
  { shape: 'shallow', resources: 220_000, rounds: 5, growth: true },
  { shape: 'shallow', resources: 1_000_000, rounds: 3, growth: true },
  { shape: 'deep', resources: 220_000, rounds: 3 },
  { shape: 'mistaken', resources: 220_000, rounds: 3 },
  { shape: 'chain', resources: 200_000, rounds: 3 },
  { shape: 'ring', resources: 100_000, rounds: 3 },
  { shape: 'star', resources: 100_000, rounds: 3 },
  { shape: 'chain', resources: 1_000_000, rounds: 2 },
  { shape: 'ring', resources: 1_000_000, rounds: 2 },
  { shape: 'star', resources: 1_000_000, rounds: 2 },
  { shape: 'complete', resources: 1500, rounds: 2 },
  { shape: 'long', resources: 500, rounds: 2 },
  { shape: 'wreck', resources: 200_000, rounds: 3 },
  { shape: 'workspace', resources: 100_000, rounds: 3 },
  { shape: 'misspelt', resources: 100_000, rounds: 3 },
]

/** Shapes that are large with few resources. */
const FEW = { complete: 100, long: 20 }

/** The same in a minute, to see that all of it runs. */
export const QUICK_PLAN = [
  { shape: 'shallow', resources: 3000, rounds: 1, growth: true },
  ...[...new Set(PLAN.map(({ shape }) => shape))].map((shape) => ({
    shape,
    resources: FEW[shape] ?? 10_000,
    rounds: 1,
    growth: shape === 'shallow',
  })),
]
