import { ArrayPaths } from './array-paths.ts'
import type { Dialect } from './dialects.ts'
import type { Findings } from './findings.ts'
import type { Branch, Frame, Opener, State } from './frame.ts'
import { warn } from './query-warning.ts'
import { readTemplates } from './read-templates.ts'
import { lastPart, readName, type NameRead, type TableName } from './table-name.ts'
import { readOf, type TableRead } from './table-reads.ts'
import { TOKEN, type TokenKind, type Tokens } from './tokens.ts'
import { keyOf, VisibleNames } from './visible-names.ts'

/** Goes through the tokens of a text, with a stack of the brackets that are open. The steps of its states live elsewhere. */
export class Reader {
  at = 0
  readonly frames: Frame[] = []
  readonly ctes = new VisibleNames()
  readonly paths = new ArrayPaths()
  /** The tokens of templates that say themselves what they read. */
  readonly templatesRead: ReadonlySet<number>
  /** The branches of templates that are open: where reading stood when each began. */
  readonly branches: Branch[] = []
  /** How many bodies of template blocks are open. */
  bodies = 0
  /** Inside BEGIN or a routine, where an unknown word is a call or a variable. */
  isProcedural = false
  /** Behind Snowflake's `->>`, where `$1` is what came before. */
  isFlow = false

  constructor(
    readonly tokens: Tokens,
    readonly dialect: Dialect,
    readonly findings: Findings,
  ) {
    this.templatesRead = readTemplates(tokens, findings)
    this.push('', 'statement')
  }

  get isDone(): boolean {
    return this.at >= this.tokens.count
  }

  get frame(): Frame {
    return this.frames[this.frames.length - 1]!
  }

  /** The kind of the token at, or at a distance from, the current one. */
  kind(distance = 0): TokenKind {
    return this.tokens.kind(this.at + distance)
  }

  word(distance = 0): string {
    return this.tokens.word(this.at + distance)
  }

  /** Is there a name that can be read at that distance? Keywords count as names. */
  isName(distance = 0): boolean {
    const kind = this.kind(distance)
    return kind === TOKEN.word || kind === TOKEN.quoted || kind === TOKEN.template
  }

  /** Goes past the words that come next and are among `words`. */
  skip(words: ReadonlySet<string>): void {
    while (words.has(this.word())) this.at++
  }

  /** The name that comes next, if one does; the reader then stands behind it. */
  takeName(): NameRead | undefined {
    const name = readName(this.tokens, this.dialect, this.at)
    if (name) this.at = name.next
    return name
  }

  /** The key by which the one-part name at a distance is compared. */
  keyAt(distance: number): string {
    const [part] = readName(this.tokens, this.dialect, this.at + distance)?.parts ?? []
    return part ? keyOf(part, this.dialect) : ''
  }

  warn(message: string, at = this.tokens.start(this.at)): void {
    warn(this.findings.warnings, message, at)
  }

  push(opener: Opener, state: State, own?: Partial<Frame>): void {
    const above = this.frames.at(-1)
    const frame: Frame = {
      opener,
      token: opener === '' ? -1 : this.at,
      parentheses: opener === '%' ? 0 : (above?.parentheses ?? 0) + (opener === '(' ? 1 : 0),
      cteMark: this.ctes.mark,
      aliasMark: this.paths.mark,
      state,
      verb: '',
      awaitsSelect: false,
      usingTables: false,
      templateAt: undefined,
      isTree: false,
      entry: undefined,
      written: undefined,
      creation: undefined,
      waitingFrom: this.paths.count,
      waitingTo: this.paths.count,
      cte: undefined,
      ownName: undefined,
      item: undefined,
    }
    this.frames.push(own ? Object.assign(frame, own) : frame)
  }

  /** A table is read: unless it turns out later to be something else. */
  read(name: TableName): TableRead {
    const read = readOf(name)
    this.findings.reads.push(read)
    const [first] = name.parts
    if (first && name.parts.length > 1 && this.dialect.arrayPaths !== 'never')
      this.paths.wait(keyOf(first, this.dialect), read)
    return read
  }

  /** Does the name say what a CTE, or a table that the script made, is called? */
  isMadeHere(name: TableName): boolean {
    const isCte = name.parts.length === 1 && this.ctes.has(keyOf(lastPart(name), this.dialect))
    return isCte || this.findings.temporaries.has(name)
  }
}
