/** Work that all suggestions of one sort that are more than two edits away may take together, some 2 s. Units of `NearestIndex.nearestOf`. */
export const SUGGESTION_EFFORT = 10_000_000
