import { grouped, visible } from '@lineagraph/core'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { findTargets, type WholeTarget } from '../input/find-targets.ts'
import { liveLine } from '../input/progress.ts'
import { UsageError } from '../input/usage-error.ts'
import { writeOut } from '../input/write-out.ts'
import { apiKey } from '../pull/api-key.ts'
import { PartFile, type Counts } from '../pull/part-file.ts'
import { apiAddress, firstPage } from '../pull/secoda-address.ts'
import { TablesPull, type PullHooks } from '../pull/tables-pull.ts'

/** The options of `catalog pull`, as commander gives them. */
export interface CatalogPullOptions {
  readonly output: string
  readonly region?: string
  readonly url?: string
  readonly database?: string
  readonly schema?: string
  readonly integration?: string
  readonly title?: string
  readonly restart?: boolean
}

/** `lineagraph catalog pull`: keeps the tables of a workspace as a catalog. */
export async function catalogPull(options: CatalogPullOptions): Promise<ExitCode> {
  const api = apiAddress(options.region, options.url)
  const { database, schema, integration: integration_id, title } = options
  const from = firstPage(api, { database, schema, integration_id, title }).href
  const target = fileOf(options)
  const key = apiKey()
  const line = liveLine()
  const tell = (text: string): void => {
    line?.end()
    process.stderr.write(`lineagraph: ${text}\n`)
  }
  if (isInTheClear(api)) tell(`${api.origin} is not encrypted: whoever is on the way to it can read the key`)

  const part = new PartFile(target, { from, key }, options.restart ?? false)
  const before = part.counts
  if (before.pages > 0)
    tell(
      `goes on behind page ${before.pages}, with ${tables(before.tables)} there, in the pull of ${visible(part.begun)}; --restart begins anew`,
    )
  if (part.hasReplaced) tell('the part that was there is of another request or key, or broken: begins anew')
  const hooks: PullHooks = {
    tell,
    onPage: ({ pages, tables: pulled, repeats, nameless }, count) => {
      const of = count === undefined ? '' : ` of ${grouped(count)}`
      line?.show(`pulled ${grouped(pulled + repeats + nameless)}${of} tables, ${grouped(pages)} pages`)
    },
  }
  try {
    await new TablesPull({ key, api, part, hooks }).pull()
    part.keep()
  } finally {
    part.close()
    line?.end()
  }
  await writeOut(summary(part.counts, options.output))
  return EXIT.ok
}

function fileOf({ output }: CatalogPullOptions): WholeTarget {
  const help = 'write -o FILE; an interrupted pull goes on beside it'
  if (output === '') throw new UsageError('-o names no file', help)
  const [found] = findTargets([{ format: 'catalog', file: output === '-' ? undefined : output }])
  if (found?.target.kind !== 'whole') throw new UsageError(`'${output}' is no file that can be kept`, help)
  return found.target
}

const isInTheClear = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)

function* summary(
  { pages, tables: kept, repeats, nameless, partial }: Counts,
  output: string,
): Generator<string> {
  yield `kept ${tables(kept)} in '${output}', out of ${pages === 1 ? '1 page' : `${grouped(pages)} pages`}\n`
  if (repeats > 0)
    yield `passed over ${tables(repeats)} with the same database, schema and name as another one\n`
  if (nameless > 0) yield `passed over ${tables(nameless)} without a title\n`
  if (partial > 0) yield `left out the database or schema of ${tables(partial)}, where Secoda gives no text\n`
  if (kept === 0) yield 'no table is there: see whether the filters are right, and what the key may see\n'
}

const tables = (count: number): string => `${grouped(count)} ${count === 1 ? 'table' : 'tables'}`
