import type { Location, Severity, Verdict } from '../check/finding.ts'
import type { Told } from '../check/finding-list.ts'
import { visible } from '../check/quote.ts'
import { windowOf } from './frame.ts'
import { ofEachSeverity } from './of-each-severity.ts'
import type { Paint } from './paint.ts'
import { placesText } from './place-text.ts'
import { keeping, Part, type ReportBytes } from './report-bytes.ts'

const LINE = new Part('\n')
const COLON = new Part(':')

/** Writes findings for people, each with the frame of its first place, and an empty line behind it. */
export class PrettyBlocks {
  readonly #out: ReportBytes
  readonly #report: Pick<Verdict, 'lineAt'>
  readonly #heads: Readonly<Record<Severity, (rule: string) => Part>>
  readonly #message: Around
  readonly #label: Readonly<Record<Severity, Around>>
  readonly #files: (file: string) => Part
  readonly #cuts = keeping((cut) => cut)
  readonly #labels = keeping((label) => ` ${label}`)
  /** By width, the mark; by how far it is indented, what stands before it. */
  readonly #marks = counted((width) => (width === 1 ? '╵' : `╰${'─'.repeat(width - 2)}╯`))
  readonly #indents: (indent: number) => Part
  readonly #bar: Part
  readonly #changed: Part
  readonly #places: Part
  readonly #help: Part

  /** @param out as it is. */
  constructor(out: ReportBytes, report: Pick<Verdict, 'lineAt'>, paint: Paint) {
    const { faint } = paint
    this.#out = out
    this.#report = report
    this.#heads = ofEachSeverity((severity) =>
      keeping((rule) => `${paint.severity(severity, severity.padEnd(7))}  ${faint(rule)}   `),
    )
    this.#message = around(paint.bold)
    this.#label = ofEachSeverity((severity) => around((text) => paint.severity(severity, text)))
    this.#files = keeping((file) => `   ${faint('╭─')} ${visible(file)}:`)
    this.#bar = new Part(`   ${faint('│')} `)
    this.#indents = counted((indent) => `   ${faint('│')} ${' '.repeat(indent)}`)
    this.#changed = new Part(`   ${faint('│')} ${faint('(the file has changed since it was read)')}\n`)
    this.#places = new Part(`   ${faint('=')} `)
    this.#help = new Part(`   ${faint('=')} help: `)
  }

  write(finding: Told): void {
    const out = this.#out
    const { severity, rule, message, help, locations } = finding
    const [first] = locations
    out.part(this.#heads[severity](rule))
    out.part(this.#message.before)
    out.words(message)
    out.part(this.#message.behind)
    out.part(LINE)
    if (first) this.#frame(first, severity)
    const places = placesText(finding)
    if (places !== undefined) {
      out.part(this.#places)
      out.text(places)
      out.part(LINE)
    }
    out.part(this.#help)
    out.words(help)
    out.part(LINE)
    out.part(LINE)
  }

  #frame(place: Location, severity: Severity): void {
    const out = this.#out
    const line = this.#report.lineAt(place)
    out.part(this.#files(place.file))
    out.number(place.line)
    out.part(COLON)
    out.number(place.column)
    out.part(LINE)
    if (line === undefined) {
      out.part(this.#changed)
      return
    }
    const { opening, window, closing, indent, width } = windowOf(line, place)
    out.part(this.#bar)
    out.part(this.#cuts(opening))
    out.text(window)
    out.part(this.#cuts(closing))
    out.part(LINE)
    if (line === '') return
    const label = (place.label ?? '').trimEnd()
    const { before, behind } = this.#label[severity]
    out.part(this.#indents(indent))
    out.part(before)
    out.part(this.#marks(width))
    if (label !== '') out.part(this.#labels(label))
    out.part(behind)
    out.part(LINE)
  }
}

/** What stands before a text that is painted, and behind it. */
interface Around {
  readonly before: Part
  readonly behind: Part
}

function around(paint: (text: string) => string): Around {
  const [before = '', behind = ''] = paint('\n').split('\n')
  return { before: new Part(before), behind: new Part(behind) }
}

/** What is made of a small number, kept for when it comes again. */
function counted(make: (count: number) => string): (count: number) => Part {
  const kept: Part[] = []
  return (count) => (kept[count] ??= new Part(make(count)))
}
