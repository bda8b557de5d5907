import type { Subject } from './finding.ts'
import type { Place } from './place.ts'
import type { Discovery } from './rule.ts'
import { say, type Words } from './say.ts'

/** What is said of it. */
export interface UndeclaredWords {
  readonly message: Words
  /** How to mend it where nothing is near. */
  readonly help: Words
}

/** An id that nothing declares. What it was meant to be is looked for when the help or the data is asked for, which headlines never do. */
export class Undeclared implements Discovery {
  readonly message: Words
  readonly subject: Subject
  /** Null where nothing is near; undefined until it was looked for. */
  #nearest: string | null | undefined

  constructor(
    readonly identity: string,
    readonly places: readonly Place[],
    readonly count: number,
    private readonly words: UndeclaredWords,
    private readonly near: () => string | undefined,
  ) {
    this.message = words.message
    this.subject = { kind: 'resource', id: identity }
  }

  get help(): Words {
    const { nearest } = this.data
    return nearest === null
      ? this.words.help
      : say`did you mean '${nearest}'? Declare '${this.identity}' with declare_resource, or correct the id.`
  }

  get data(): { readonly nearest: string | null } {
    if (this.#nearest === undefined) this.#nearest = this.near() ?? null
    return { nearest: this.#nearest }
  }
}
