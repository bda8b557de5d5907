import { quote } from '@lineagraph/core'

/** The addresses that an integration calls: those that it may, where it says so, and those that it did. */
export class Endpoints {
  readonly #allowed: readonly URL[] | undefined
  readonly #used = new Set<string>()

  /** Throws TypeError where an entry is no address. */
  constructor(allowed: readonly string[] | undefined) {
    this.#allowed = allowed?.map(parseEndpoint)
  }

  /** Whether a list was given, so that nothing is left to say about what was called. */
  get areListed(): boolean {
    return this.#allowed !== undefined
  }

  allows(url: URL): boolean {
    return this.#allowed?.some((endpoint) => isBelow(url, endpoint)) ?? true
  }

  use(url: URL): void {
    this.#used.add(url.origin)
  }

  used(): string[] {
    return [...this.#used].sort()
  }
}

function parseEndpoint(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new TypeError(
      `${quote(text)} is no endpoint; write it as 'https://api.example.com', with a path if you like`,
    )
  return url
}

const isBelow = ({ origin, pathname }: URL, endpoint: URL): boolean => {
  const folder = endpoint.pathname.replace(/\/*$/, '/')
  return origin === endpoint.origin && `${pathname}/`.startsWith(folder)
}
