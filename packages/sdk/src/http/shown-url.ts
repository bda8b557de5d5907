/** An address for a message: no user, no password, no fragment, and of its parameters the names alone. */
export function shownUrl(url: URL): string {
  const names = [...new Set(url.searchParams.keys())]
  const query = names.length > 0 ? `?${names.map((name) => `${encodeURIComponent(name)}=…`).join('&')}` : ''
  return `${url.origin}${url.pathname}${query}`
}
