/** What a conversion gives for a value that pydantic would refuse. */
export const REFUSED = Symbol('refused')

/** Takes a value as pydantic 2 takes it (not in its strict mode). */
export type Convert = (value: unknown) => unknown
