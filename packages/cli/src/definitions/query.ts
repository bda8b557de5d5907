import type { Command } from 'commander'
import type { QueryOptions } from '../commands/query.ts'
import { addConfigOptions, addReadOptions, addRunOptions, type OnExit } from './options.ts'

export function defineQuery(program: Command, onExit: OnExit): void {
  const query = program
    .command('query')
    .description('Ask the graph of a run: what feeds a thing, what hangs on it, how one leads to another.')
    .addHelpText('after', HELP)
  const question = (usage: string, description: string): Command =>
    addConfigOptions(
      addReadOptions(
        addRunOptions(
          query
            .command(usage)
            .description(description)
            .argument('[paths...]', 'as for check')
            .addHelpText(
              'after',
              '\nlineagraph query --help says how things are named, and has the language of selectors.',
            )
            .showHelpAfterError(
              `(lineagraph query ${usage.split(' ')[0]} --help shows the options; what begins with a minus stands behind --)`,
            ),
        ),
      ),
    )
      .option(
        '-f, --format <format[:file]>',
        'text (the default), json, csv, or what export writes: graphml, dot, mermaid, …',
        'text',
      )
      .option(
        '-o, --output <file>',
        'the file to write, if -f names none; else standard output. For a format of two files, their folder',
      )
  const answered = (usage: string, description: string): Command =>
    question(usage, description).option(
      '--level <level>',
      'column: lineage as it is declared; table: columns count as their tables',
      'column',
    )

  for (const [side, description] of [
    ['upstream', 'List what feeds a thing, directly or not.'],
    ['downstream', 'List what a thing feeds, directly or not: what a change of it may break.'],
  ] as const)
    answered(`${side} <name>`, description)
      .option('--depth <hops>', 'how many hops at most')
      .option('--type <type>', 'only what is of this type; what lies inside such a thing counts as it')
      .action(async (name: string, paths: string[], options: QueryOptions) => {
        const { flowQuery } = await import('../commands/query.ts')
        onExit(await flowQuery(side, name, paths, options))
      })
  answered('path <from> <to>', 'Show the shortest path on which data gets from one thing to another.')
    .option('--all', 'every path that passes nothing twice, up to a thousand')
    .action(async (from: string, to: string, paths: string[], options: QueryOptions) => {
      const { pathQuery } = await import('../commands/query.ts')
      onExit(await pathQuery(from, to, paths, options))
    })
  for (const [kind, description] of [
    ['roots', 'List what feeds something and is fed by nothing.'],
    ['leaves', 'List what is fed and feeds nothing.'],
    ['cycles', 'List the parts in which lineage runs in a circle, the largest first.'],
  ] as const)
    answered(kind, description).action(async (paths: string[], options: QueryOptions) => {
      const { wholeQuery } = await import('../commands/query.ts')
      onExit(await wholeQuery(kind, paths, options))
    })
  answered(
    'focus <selector>',
    'List what a selector means, such as 2+orders+1 or type:chart,finding:error.',
  ).action(async (selector: string, paths: string[], options: QueryOptions) => {
    const { focusQuery } = await import('../commands/query.ts')
    onExit(await focusQuery(selector, paths, options))
  })
  question('stats', 'Show figures of the run and its graph.').action(
    async (paths: string[], options: QueryOptions) => {
      const { statsQuery } = await import('../commands/query.ts')
      onExit(await statsQuery(paths, options))
    },
  )
}

const HELP = `
A thing is named by its id, else by its title, else as schema.table, schema.table.column and the like, letter for
letter; where a name means several, they are listed. It stands for itself and everything inside it.

A selector means many things at once (docs/query.md has all of the language):
  orders  2+orders+1  +orders  orders+     a thing, with hops of what feeds it and of what it feeds
  id:…  title:…  'a name, in quotes'       by one of these alone; what is in quotes is read as it stands
  type:chart  schema:public  database:shop  finding:error  finding:lineage/no-cycle
  a b    a,b    a -b    a,-b               either, both, without

Exit codes:
  0   answered, be it with nothing
  2   wrong usage: a name that means nothing or several things, a selector that cannot be read
  3   a path that is not there or cannot be read
  4   nothing to ask: no declaration was found
  70  a fault of lineagraph itself

Examples:
  $ lineagraph query downstream public.orders out/
  $ lineagraph query upstream 'Revenue overview' out/ --depth 1 -f json
  $ lineagraph query path orders id:chart.7 out/ --level table
  $ lineagraph query focus 'type:dashboard,-finding:error' out/ -f csv -o clean.csv`
