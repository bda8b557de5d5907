import type { Dialect } from './dialects.ts'
import type { NamePart } from './table-name.ts'

/** How a part of a name is compared: in the case that the dialect folds it to. */
export function keyOf({ text = '', quoted }: NamePart, { folds }: Dialect): string {
  if (folds === 'all') return text.toLowerCase()
  if (quoted) return text
  return folds === 'lower' ? text.toLowerCase() : text.toUpperCase()
}

/**
 * The names that can be seen from where one reads. What is shown last goes first, so that a scope is a mark; however deep
 * scopes nest, a look is one look.
 */
export class VisibleNames {
  readonly #shown: string[] = []
  readonly #counts = new Map<string, number>()

  /** What is shown from here on goes with `release(mark)`. */
  get mark(): number {
    return this.#shown.length
  }

  has(key: string): boolean {
    return this.#counts.has(key)
  }

  show(key: string): void {
    this.#shown.push(key)
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
  }

  release(mark: number): void {
    for (const key of this.#shown.splice(mark)) {
      const count = this.#counts.get(key) ?? 0
      if (count > 1) this.#counts.set(key, count - 1)
      else this.#counts.delete(key)
    }
  }
}
