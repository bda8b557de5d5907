import { grouped, visible, type ReadProgress } from '@lineagraph/core'
import { isLiveTerminal } from './terminal.ts'

/** A run that takes less than this is not spoken of. Milliseconds. */
const PATIENCE = 1000
/** What comes after the reading cannot draw while it works, and takes about as long: it is announced where the reading took half of that. */
const PATIENCE_BEFORE_WORK = PATIENCE / 2
/** How long a line stands at least: as fast as one can read. Milliseconds. */
const STANDS = 100

/** Where the line is drawn, and the time. Given in, so that a test can be both. */
export interface ProgressPlace {
  write(text: string): void
  /** Milliseconds, from any moment on. */
  now(): number
  /** How many characters fit on a line. */
  columns(): number
}

/** What a check can tell of itself while it runs. */
export interface ProgressHooks {
  onProgress(progress: Pick<ReadProgress, 'file' | 'bytes' | 'size' | 'lines'>): void
  onPhase(phase: 'resolve' | 'check'): void
}

/** One line on a terminal that says how far a run has come, drawn again and again, and gone at the end. */
export class ProgressLine implements ProgressHooks {
  readonly #place: ProgressPlace
  readonly #started: number
  #drawnAt = -Infinity

  constructor(place: ProgressPlace) {
    this.#place = place
    this.#started = place.now()
  }

  onProgress({ file, bytes, size, lines }: Parameters<ProgressHooks['onProgress']>[0]): void {
    const isKnown = size !== undefined && size > 0 && bytes <= size // what is unpacked has more bytes than its file
    const far = isKnown ? `${Math.floor((100 * bytes) / size)}%` : `${Math.floor(bytes / 1e6)} MB`
    this.show(`reading ${visible(file)}: ${far}, ${grouped(lines)} lines`)
  }

  /** Says how far something has come that is told of often. */
  show(text: string): void {
    if (this.#waited(PATIENCE) && this.#place.now() - this.#drawnAt >= STANDS) this.#draw(text)
  }

  onPhase(phase: 'resolve' | 'check'): void {
    if (this.#waited(PATIENCE_BEFORE_WORK)) this.#draw(PHASES[phase])
  }

  /** Takes the line away. */
  end(): void {
    if (this.#drawnAt > -Infinity) this.#place.write(EMPTY)
  }

  #waited(patience: number): boolean {
    return this.#place.now() - this.#started >= patience
  }

  #draw(text: string): void {
    this.#drawnAt = this.#place.now()
    this.#place.write(EMPTY + fitting(text, this.#place.columns() - 1))
  }
}

const EMPTY = '\r\u001b[K'
const PHASES = { resolve: 'looking up what identifiers mean', check: 'checking' } as const

/** Cut in the middle: a file's name says most at its end, the figures stand behind it. A line that wraps could not be drawn again. */
function fitting(text: string, columns: number): string {
  if (text.length <= columns) return text
  const head = Math.max(0, Math.floor((columns - 1) / 3))
  return `${text.slice(0, head)}…${text.slice(text.length - Math.max(0, columns - 1 - head))}`
}

/** A line on the terminal; undefined where there is none. */
export const liveLine = (stream: NodeJS.WriteStream = process.stderr): ProgressLine | undefined =>
  isLiveTerminal(stream)
    ? new ProgressLine({
        write: (text) => void stream.write(text),
        now: () => performance.now(),
        columns: () => stream.columns || 80,
      })
    : undefined

/** Does what takes long, and shows on a terminal how far it has come; on no terminal, nothing. */
export async function withProgress<Result>(
  act: (hooks: Partial<ProgressHooks>) => Promise<Result>,
  stream: NodeJS.WriteStream = process.stderr,
): Promise<Result> {
  const line = liveLine(stream)
  if (line === undefined) return act({})
  try {
    return await act({
      onProgress: (progress) => line.onProgress(progress),
      onPhase: (phase) => line.onPhase(phase),
    })
  } finally {
    line.end()
  }
}
