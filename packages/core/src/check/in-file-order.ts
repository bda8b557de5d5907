import { compareBytes } from '../read/compare-bytes.ts'
import type { Finding } from './finding.ts'

/** Lists that are each in the order of a report as one list in that order: by file; findings of one file stay as they come. */
export function inFileOrder(lists: readonly (readonly Finding[])[]): Finding[] {
  const all = lists.flat()
  const files = [...new Set(all.map(fileOf))].sort((one, other) => compareBytes(one, other))
  const rank = new Map(files.map((file, i) => [file, i]))
  const rankOf = (finding: Finding): number => rank.get(fileOf(finding)) ?? 0
  return all.sort((one, other) => rankOf(one) - rankOf(other))
}

/** A finding without a place comes first. */
const fileOf = ({ locations }: Finding): string => locations[0]?.file ?? ''
