import { grouped } from '@lineagraph/core'
import type { RunFacts } from '../worker/answers/run-facts.ts'

/** What is told at once of a run of which no more could be read than not; empty for any other. */
export function unreadWords({ unread, summary }: Pick<RunFacts, 'unread' | 'summary'>): string {
  const read = summary.resources + summary.lineage
  if (unread === 0 || unread < read) return ''
  return `${grouped(unread)} of ${grouped(unread + read)} lines could not be read, and are not in the picture.`
}
