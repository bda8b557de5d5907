/** A set of keywords, written as a list with blanks between them. */
export const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))
