import type { Plugin } from 'vite'

/** While one develops, vite puts styles into the page and talks to it: the policy of the page lets it, then and only then. */
export const looseStylesInDev = (): Plugin => ({
  name: 'lineagraph-loose-styles',
  apply: 'serve',
  transformIndexHtml: (html, { server }) =>
    server
      ? html
          .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
          .replace("connect-src 'self'", "connect-src 'self' ws:")
      : html,
})
