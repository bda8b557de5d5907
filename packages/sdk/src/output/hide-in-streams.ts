import { known } from '../secrets/known-secrets.ts'

type Write = (chunk: string | Uint8Array, encoding?: unknown, done?: unknown) => boolean
type Name = 'stdout' | 'stderr'

/** What we have put in the place of a stream's `write`. */
const ours = new WeakSet<object>()

/**
 * Hides the secrets that are known in whatever the process writes to standard output and standard error. Declarations do not go
 * that way. Standard output is not touched before somebody uses it: it would become slower for the declarations.
 */
export function hideInStreams(): void {
  for (const name of ['stdout', 'stderr'] as const) {
    const { get } = Object.getOwnPropertyDescriptor(process, name) ?? {}
    if (get === undefined) hideIn(process[name])
    else if (!ours.has(get)) Object.defineProperty(process, name, hidingGetter(name, get))
  }
  hideIn(process.stderr)
}

/** What held the stream before, as the console does, writes without a look at `process`. */
export const hideInHeldStreams = (): void => hideIn(process.stdout)

function hidingGetter(name: Name, original: () => unknown): PropertyDescriptor {
  const get = (): unknown => {
    const stream = original.call(process) as NodeJS.WriteStream
    hideIn(stream)
    return stream
  }
  ours.add(get)
  return { ...Object.getOwnPropertyDescriptor(process, name), get }
}

function hideIn(stream: NodeJS.WriteStream): void {
  const write = stream.write as Write
  if (ours.has(write)) return
  const hiding: Write = function (this: unknown, chunk, encoding, done) {
    const text = textOf(chunk, encoding)
    const hidden = text === undefined ? undefined : known.hide(text)
    return hidden === text
      ? write.call(stream, chunk, encoding, done)
      : write.call(stream, hidden ?? '', typeof encoding === 'function' ? encoding : done)
  }
  ours.add(hiding)
  stream.write = hiding as typeof stream.write
}

/** Undefined for what no stream takes. */
function textOf(chunk: unknown, encoding: unknown): string | undefined {
  if (typeof chunk === 'string')
    return typeof encoding === 'string' && Buffer.isEncoding(encoding)
      ? Buffer.from(chunk, encoding).toString()
      : chunk
  return chunk instanceof Uint8Array ? Buffer.from(chunk).toString() : undefined
}
