/** A run that shows a mistake, or how it is mended: the fewest lines that do. */
export interface Example {
  /** The lines of each file, by its name. */
  readonly files: { readonly [name: string]: readonly string[] }
  /** Those of catalogs, where the rule looks at them. */
  readonly workspace?: { readonly [name: string]: readonly string[] }
  /** Those of a baseline, where the rule is about that. */
  readonly baseline?: readonly string[]
  /** What the lines cannot show: an encoding, a length. */
  readonly note?: string
  /** The bytes that a text in `files` stands for, where it is not these itself. */
  made?(text: string): string | Uint8Array
}

/** What a rule tells those who ask about it, beside its `summary` and its `why`. */
export interface Page {
  /** What the rule rests on, in our words; not given where `why` says it, and where it rests on nothing that Secoda wrote. */
  readonly source?: string
  /** How to mend what the rule finds. */
  readonly mend: string
  readonly bad: Example
  readonly good: Example
}
