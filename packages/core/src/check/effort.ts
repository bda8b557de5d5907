/** Work that all suggestions of one sort may take together, about 4 s, and what each may take at least. Units of `NearestIndex`. */
const TOTAL_EFFORT = 20_000_000
const LEAST_EFFORT = 1_000

/** What each of so many suggestions may take: names that are near nothing cost the most, and a run can have very many of them. */
export const effortForEach = (suggestions: number): number =>
  Math.max(LEAST_EFFORT, Math.floor(TOTAL_EFFORT / Math.max(1, suggestions)))
