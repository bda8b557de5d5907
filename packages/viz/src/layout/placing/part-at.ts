/** How far a curve that begins and ends level has come from one height to the other, at a part of its way across. */
export const partAt = (part: number): number => part * part * (3 - 2 * part)
