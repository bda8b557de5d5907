import type { Run } from '../read/run.ts'
import { Strings, UNSET, type StringIndex } from '../read/strings.ts'
import { fold } from './fold.ts'
import type { NodeIndex, Nodes } from './nodes.ts'
import { resourcesOfType } from './resources-of-type.ts'
import { TableIndex } from './table-index.ts'
import { DATABASE, NAME, SCHEMA, type MentionIndex, type TableMentions } from './table-mentions.ts'

/** Finds the declared tables that a mention fits: in exact case, and where none does with case folded. */
export function tableFinder(
  run: Run,
  nodes: Nodes,
  mentions: TableMentions,
): (mention: MentionIndex) => readonly NodeIndex[] {
  const folded = new Strings()
  const foldOf = (text: StringIndex): StringIndex =>
    text === UNSET ? UNSET : folded.intern(fold(run.strings.get(text)))
  const wanted = new Set<StringIndex>()
  for (let mention = 0; mention < mentions.tuples.size; mention++)
    wanted.add(foldOf(mentions.tuples.get(mention, NAME)))

  const exact = new TableIndex()
  const loose = new TableIndex()
  for (const node of wanted.size === 0 ? [] : resourcesOfType(run, nodes, 'table')) {
    const declared = nodes.originOf(node)
    const title = run.resources.title.at(declared)
    if (title === UNSET) continue
    const name = foldOf(title)
    if (!wanted.has(name)) continue
    const schema = run.resources.schema.at(declared)
    const database = run.resources.database.at(declared)
    exact.add(node, title, schema, database)
    loose.add(node, name, foldOf(schema), foldOf(database))
  }

  return (mention) => {
    const name = mentions.tuples.get(mention, NAME)
    const schema = mentions.tuples.get(mention, SCHEMA)
    const database = mentions.tuples.get(mention, DATABASE)
    const fitting = exact.find(name, schema, database)
    return fitting.length > 0 ? fitting : loose.find(foldOf(name), foldOf(schema), foldOf(database))
  }
}
