import { LINEAGE_ENDS } from '../model/lineage.ts'
import type { IdentifierIndex } from '../read/identifiers.ts'
import type { Run } from '../read/run.ts'
import { lineagePlace } from './declared-edges.ts'
import type { Subject } from './finding.ts'
import { PlaceList } from './place.ts'

/** Every line that mentions one of some external identifiers. O(lines). */
export function mentionsOf(
  run: Run,
  isWanted: (identifier: IdentifierIndex) => boolean,
  label: string,
): Map<IdentifierIndex, PlaceList> {
  const mentions = new Map<IdentifierIndex, PlaceList>()
  for (let line = 0; line < run.lineage.length; line++)
    for (const { end } of LINEAGE_ENDS) {
      const identifier = run.lineage[end].at(line)
      if (!isWanted(identifier)) continue
      if (end === 'to' && identifier === run.lineage.from.at(line)) continue // one place a line
      let list = mentions.get(identifier)
      if (list === undefined) mentions.set(identifier, (list = new PlaceList()))
      list.add(lineagePlace(run, line, end, label))
    }
  return mentions
}

/** The subject of a finding about a mention: all its parts, null where one is not given. */
export function mentionSubject(run: Run, identifier: IdentifierIndex): Subject & { kind: 'mention' } {
  const { strings, identifiers } = run
  return {
    kind: 'mention',
    type: identifiers.typeOf(identifier) as 'external_table' | 'external_column',
    cluster: strings.at(identifiers.clusterOf(identifier)) ?? null,
    database: strings.at(identifiers.databaseOf(identifier)) ?? null,
    schema: strings.at(identifiers.schemaOf(identifier)) ?? null,
    table: strings.get(identifiers.nameOf(identifier)),
    column: strings.at(identifiers.columnOf(identifier)) ?? null,
  }
}
