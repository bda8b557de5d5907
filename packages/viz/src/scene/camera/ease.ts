/** How far a move has come, by the part of its time: quick at first, and slower and slower. */
export const easeOut = (part: number): number => 1 - (1 - part) ** 3
