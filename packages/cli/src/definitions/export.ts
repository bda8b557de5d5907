import type { Command } from 'commander'
import type { ExportOptions } from '../commands/export.ts'
import { addConfigOptions, addRunOptions, addReadOptions, type OnExit } from './options.ts'

export function defineExport(program: Command, onExit: OnExit): void {
  const command = program
    .command('export')
    .description('Write the checked graph of a run, or a part of it, for other tools.')
    .argument('[paths...]', 'as for check')
  addConfigOptions(addReadOptions(addRunOptions(command)))
    .requiredOption('-f, --format <format[:file]>', 'one of the formats below')
    .option(
      '-o, --output <path>',
      'the file to write, if -f names none; else standard output. For a format of two files, their folder',
    )
    .option('-s, --select <selector>', 'what to take, and the edges between it; everything, if not given')
    .option(
      '--level <level>',
      'column: lineage as it is declared (the default); table: columns count as their tables',
    )
    .option(
      '--namespace <name>',
      'for openlineage: the namespace of tables that name no cluster; default, if not given',
    )
    .addHelpText('after', HELP)
    .action(async (paths: string[], options: ExportOptions) => {
      const { exportCommand } = await import('../commands/export.ts')
      onExit(await exportCommand(paths, options))
    })
}

const HELP = `
Formats:
  json         our own: declarations, nodes, edges and findings; check and view read it as a run
  graphology   for JavaScript: graphology's serialized form
  graphml      for Gephi, yEd, Cytoscape, NetworkX
  gexf         for Gephi
  dot          for Graphviz
  mermaid      for Markdown: a flowchart, of at most 500 edges and 50,000 characters
  csv          two files: nodes.csv, edges.csv
  jsonl        two files, as File Upload takes them: resources.jsonl, lineage.jsonl
  openlineage  for Marquez, DataHub: one event a line
  neo4j        two files for neo4j-admin database import: nodes.csv, relationships.csv
  graphframes  two files for Spark: vertices.jsonl, edges.jsonl

A selector means many things at once, as for lineagraph query: orders is a thing with everything inside it,
2+orders+1 that with two hops of what feeds it and one of what it feeds, +orders with all that feeds it;
type:chart, schema:public, database:shop, finding:error; a blank means or, a comma means and, a minus takes away.

A file is written whole or not at all, and two files together. Findings do not change the exit code: ask
lineagraph check for that. Events of openlineage have the time of the export, or that of SOURCE_DATE_EPOCH.

Exit codes:
  0   the graph is written, whatever was found
  2   wrong usage, a selector that means nothing, or an output that cannot be written
  3   a path that is not there or cannot be read
  4   nothing to export: no declaration was found
  70  a fault of lineagraph itself

Examples:
  $ lineagraph export out/ -f json -o graph.json
  $ lineagraph export out/ -f graphml -o graph.graphml
  $ lineagraph export out/ -f mermaid --level table --select '+revenue'
  $ lineagraph export out/ -f neo4j -o import/
  $ lineagraph export out/ -f graphology | node my-analysis.js`
