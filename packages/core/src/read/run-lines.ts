import type { CsvFile } from './csv-file.ts'
import type { LinePlace } from './problem.ts'
import type { Source } from './source.ts'
import { textOfLine } from './text-of-line.ts'
import { bytesOfValue } from './text-of-value.ts'

/** What is known of a file of a run once it has been read. */
export interface RunFile {
  readonly name: string
  /** A part of the run, or a catalog that is read beside it: of what the workspace has already. */
  readonly role: 'run' | 'catalog'
  readonly printed: boolean
  /** Meant for lineage alone: beside resources it may be empty. */
  readonly holdsLineage: boolean
  readonly lineCount: number
  /** Lines that declare something, well or badly. */
  readonly declarationCount: number
  /** Tables and columns that a catalog names, repeats included; 0 in a file of the run itself. */
  readonly namedCount: number
}

const LF = 10
/** How much is read at once when a line is looked at again: most lines are shorter. */
const PEEK = 1 << 12
/** The longest line of a catalog that is looked at again: a document may be a single line. In bytes. */
const LONGEST_OF_CATALOG = 1 << 20

/** The files of a run, and how their lines are read again. Holds nothing of what they declare: a report can keep it when the run is let go. */
export class RunLines {
  readonly files: RunFile[] = []
  readonly #sources: Source[] = []
  /** The CSV files among the files, by index. */
  readonly #forms = new Map<number, CsvFile>()
  /** The exports among the files, by index: what is declared there is a value, not a line. */
  readonly #exports = new Set<number>()
  /** Lines that were too long to be held, by file and byte. */
  readonly #longLines = new Set<string>()
  readonly #near = new NearBytes()

  /** Opens the next file. */
  addFile(source: Source, holdsLineage: boolean, role: RunFile['role']): void {
    this.#sources.push(source)
    const { name, printed = false } = source
    const counts = { lineCount: 0, declarationCount: 0, namedCount: 0 }
    this.files.push({ name, role, printed, holdsLineage, ...counts })
  }

  /** Says what is known of the last file by now. */
  setCounts(counts: Partial<Pick<RunFile, 'lineCount' | 'declarationCount' | 'namedCount'>>): void {
    const file = this.files.length - 1
    this.files[file] = { ...this.files[file]!, ...counts }
  }

  /** Says how the rows of the last file are laid out. */
  setForm(form: CsvFile): void {
    this.#forms.set(this.files.length - 1, form)
  }

  /** Says that the last file is what `lineagraph export -f json` wrote. */
  setExport(): void {
    this.#exports.add(this.files.length - 1)
  }

  /** Whether it is what `lineagraph export -f json` wrote. */
  isExport(file: number): boolean {
    return this.#exports.has(file)
  }

  /** How the rows of a CSV file are laid out; undefined for other files. */
  formOf(file: number): CsvFile | undefined {
    return this.#forms.get(file)
  }

  addLongLine({ file, offset }: Omit<LinePlace, 'line'>): void {
    this.#longLines.add(`${file}:${offset}`)
  }

  /**
   * The text of a line, or of a row of a CSV file, which may go on over several; read again, and undefined where the file has changed
   * since, and for a very long line of a catalog. Of a line that was too long to be held it is the beginning; of an export it is the
   * declaration that begins there.
   */
  textAt({ file, offset }: Omit<LinePlace, 'line'>): string | undefined {
    const source = this.#sources[file]!
    if (this.#longLines.size > 0 && this.#longLines.has(`${file}:${offset}`))
      return beginningOf(source, offset)
    const form = this.#forms.get(file)
    if (form) return form.textOfRow((start, end) => source.slice(start, end), offset)
    if (this.#exports.has(file)) {
      const bytes = bytesOfValue((start, end) => source.slice(start, end), offset)
      return bytes && textOfLine(bytes, offset)
    }
    const bytes = this.#near.line(file, offset) ?? this.#bytesOfLine(file, offset)
    return bytes && textOfLine(bytes, offset)
  }

  /** Undefined where the file has changed since, and for a line that is longer than is looked at. */
  #bytesOfLine(file: number, offset: number): Uint8Array | undefined {
    const longest = this.files[file]!.role === 'catalog' ? LONGEST_OF_CATALOG : Infinity
    for (let length = PEEK; length <= longest; length *= 8) {
      const bytes = this.#sources[file]!.slice(offset, offset + length)
      if (bytes === undefined) return undefined
      const end = bytes.indexOf(LF)
      if (end >= 0) {
        this.#near.keep(file, offset, bytes)
        return bytes.subarray(0, end)
      }
      if (bytes.length < length) return bytes
    }
    return undefined
  }

  /**
   * What stands in the file from a line on, up to the end of that line and maybe beyond, for those who need no text: of a line of the run
   * that holds one JSON object and nothing else. Undefined for any other line, and where the file has changed since.
   */
  bytesFrom({ file, offset }: Omit<LinePlace, 'line'>): Uint8Array | undefined {
    const { role, printed } = this.files[file]!
    const isOther =
      role === 'catalog' || printed || offset === 0 || this.#forms.has(file) || this.#exports.has(file)
    return isOther || this.#longLines.size > 0 ? undefined : this.#sources[file]!.slice(offset, offset + PEEK)
  }
}

/** What was looked at last: the next line that is asked for is mostly close behind. */
class NearBytes {
  #file = -1
  #start = 0
  #bytes: Uint8Array = new Uint8Array()

  keep(file: number, start: number, bytes: Uint8Array): void {
    this.#file = file
    this.#start = start
    this.#bytes = bytes
  }

  /** A line, where all of it is there. */
  line(file: number, offset: number): Uint8Array | undefined {
    const at = offset - this.#start
    if (file !== this.#file || at < 0 || at >= this.#bytes.length) return undefined
    const end = this.#bytes.indexOf(LF, at)
    return end < 0 ? undefined : this.#bytes.subarray(at, end)
  }
}

/** The first characters of a line that is very long. */
function beginningOf(source: Source, offset: number): string | undefined {
  const bytes = source.slice(offset, offset + PEEK)
  return bytes && new TextDecoder().decode(bytes, { stream: true }) // half a character at the end is left out
}
