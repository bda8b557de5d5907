/** A list whose items are made when they are read: of a circle of a million things some at a time are enough to hold. */
export class Listing<T> {
  constructor(
    readonly length: number,
    private readonly itemAt: (index: number) => T,
  ) {}

  /** The items from `start` on and before `end`, as far as there are any. */
  slice(start: number, end: number): T[] {
    const items: T[] = []
    for (let i = start; i < end && i < this.length; i++) items.push(this.itemAt(i))
    return items
  }
}

type Data = { readonly [key: string]: unknown }

/** The same data with an array in place of each listing, which is made when it is read. */
export function withArrays(data: Data): Data {
  const made = { ...data }
  for (const [name, value] of Object.entries(data))
    if (value instanceof Listing)
      Object.defineProperty(made, name, { enumerable: true, get: () => value.slice(0, value.length) })
  return made
}
