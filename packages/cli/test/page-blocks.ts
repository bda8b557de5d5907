/** A block of a page: what stands between two fences. */
export interface Block {
  readonly language: string
  /** What stands behind the language, on the first fence. */
  readonly name: string | undefined
  readonly text: string
}

/** The blocks of a page in Markdown, in their order. */
export const blocksOf = (page: string): Block[] =>
  [...page.matchAll(/^```(\w+)(?: (.+))?\n([^]*?)^```$/gm)].map(([, language, name, text]) => ({
    language: language!,
    name,
    text: text!,
  }))
