import type { RunInput } from './run-input.ts'

/** What the server says of the run that it serves. */
export interface RunListing {
  /** What to call it: the last part of its path. */
  readonly name: string
  readonly files: readonly { readonly name: string; readonly size: number }[]
}

/** The run that this page's own server serves, or undefined where it serves none. */
export async function fetchListing(base: string): Promise<RunListing | undefined> {
  const response = await fetch(`${base}run/index.json`, { cache: 'no-store' }).catch(() => undefined)
  const isJson = response?.headers.get('content-type')?.startsWith('application/json') ?? false
  return response?.ok && isJson ? ((await response.json()) as RunListing) : undefined
}

/** Fetches every file of a listing. The browser holds the bytes, on disk where there are many. */
export const fetchRun = (base: string, { files }: RunListing): Promise<RunInput[]> =>
  Promise.all(
    files.map(async ({ name }) => {
      const response = await fetch(`${base}run/files/${encodeURIComponent(name)}`, { cache: 'no-store' })
      if (!response.ok)
        throw new Error(`${name} could not be fetched: the server answered ${response.status}`)
      return { name, blob: await response.blob() }
    }),
  )
