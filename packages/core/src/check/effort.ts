/** Work that all suggestions of one sort that are more than two edits away may take together, some half a second. Units of `NearestIndex.nearestOf`. */
export const SUGGESTION_EFFORT = 2_500_000
