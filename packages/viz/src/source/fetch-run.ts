import type { BaseRun, RunInput } from './run-input.ts'
import type { RunFault, RunListing } from './run-listing.ts'

/** The run that this page's own server serves, or what is wrong with it; undefined where the server serves none. */
export async function fetchListing(base: string): Promise<RunListing | RunFault | undefined> {
  const response = await fetch(`${base}run/index.json`, { cache: 'no-store' }).catch(() => undefined)
  const isJson = response?.headers.get('content-type')?.startsWith('application/json') ?? false
  return response?.ok && isJson ? ((await response.json()) as RunListing | RunFault) : undefined
}

/** Fetches every file of a listing. The browser holds the bytes, on disk where there are many. */
export const fetchRun = (base: string, { files }: RunListing): Promise<RunInput[]> =>
  fetchFiles(`${base}run/files/`, files)

/** Fetches the run that it is compared with; undefined where there is none. */
export async function fetchBase(base: string, { base: listed }: RunListing): Promise<BaseRun | undefined> {
  return listed && { ...listed, inputs: await fetchFiles(`${base}run/base/`, listed.files) }
}

const fetchFiles = (folder: string, files: RunListing['files']): Promise<RunInput[]> =>
  Promise.all(
    files.map(async ({ name, role, printed }) => {
      const response = await fetch(folder + encodeURIComponent(name), { cache: 'no-store' })
      if (!response.ok)
        throw new Error(`${name} could not be fetched: the server answered ${response.status}`)
      return { name, blob: await response.blob(), isCatalog: role === 'catalog', printed }
    }),
  )
