import type { RunInput } from '../source/run-input.ts'
import type { Answers } from './protocol.ts'
import { startSession } from './session.ts'

/** A session that has opened a run out of declarations, for tests. Its clock stands still, and no line is read again. */
export async function plainSession(
  resources: readonly object[],
  lineage: readonly object[],
): Promise<Answers> {
  const session = startSession({ readBytes: () => new ArrayBuffer(0), now: () => 0, onProgress: () => {} })
  await session.open(plainInputs(resources, lineage))
  return session
}

/** What a session opens. */
export function plainInputs(resources: readonly object[], lineage: readonly object[]): RunInput[] {
  const blob = (lines: readonly object[]): Blob => new Blob(lines.map((line) => `${JSON.stringify(line)}\n`))
  return [
    { name: 'resources.jsonl', blob: blob(resources) },
    { name: 'lineage.jsonl', blob: blob(lineage) },
  ]
}
