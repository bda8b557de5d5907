import { UsageError } from '../input/usage-error.ts'

/** Where Secoda keeps the workspaces of a region. */
const REGIONS: ReadonlyMap<string, string> = new Map([
  ['us', 'https://api.secoda.co/'],
  ['eu', 'https://eapi.secoda.co/'],
  ['apac', 'https://aapi.secoda.co/'],
])

/** Which tables are asked for, by the names that Secoda's API has for these filters. */
export interface TableFilters {
  readonly database: string | undefined
  readonly schema: string | undefined
  readonly integration_id: string | undefined
  readonly title: string | undefined
}

/** The address of a workspace's API, with a slash at its end: that of a region, or of a workspace that hosts itself. */
export function apiAddress(region: string | undefined, url: string | undefined): URL {
  if (url !== undefined && region !== undefined)
    throw new UsageError(
      '--region and --url name two workspaces',
      'give --url alone for a workspace that hosts itself, --region for one at Secoda',
    )
  if (url !== undefined) return ownAddress(url)
  const address = REGIONS.get(region ?? 'us')
  if (address === undefined)
    throw new UsageError(
      `there is no region '${region}'`,
      `the regions are ${[...REGIONS.keys()].join(', ')}`,
    )
  return new URL(address)
}

function ownAddress(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new UsageError(
      '--url is no address',
      'write the whole address of the API: --url https://secoda.example.com/api/v1',
    )
  if (url.username || url.password || url.search || url.hash)
    throw new UsageError(
      '--url holds more than an address: a user, a password, a ? or a #',
      'write host and path alone; the key comes from SECODA_API_KEY, filters from options',
    )
  url.pathname = url.pathname.replace(/\/*$/, '/')
  return url
}

/** The first page of the workspace's tables. */
export function firstPage(api: URL, filters: TableFilters): URL {
  const url = new URL('table/tables/', api)
  for (const [name, value] of Object.entries(filters))
    if (value !== undefined) url.searchParams.set(name, value)
  return url
}

/** Where the API of a workspace that hosts itself would be, if its address was given without that. */
export const likelyAddress = (api: URL): string | undefined =>
  api.pathname.endsWith('/api/v1/') || isSecodas(api) ? undefined : `${api.origin}${api.pathname}api/v1`

export const isSecodas = ({ origin }: URL): boolean => [...REGIONS.values()].includes(`${origin}/`)
