import { fileURLToPath } from 'node:url'

const src = fileURLToPath(new URL('../packages/core/src', import.meta.url))

/** For vite's `resolve.alias`: core's entry points are its sources, so nothing waits for a build of core or uses a stale one. */
export const coreSources = [
  { find: /^@lineagraph\/core$/, replacement: `${src}/index.ts` },
  { find: /^@lineagraph\/core\/(node|vitest)$/, replacement: `${src}/$1/index.ts` },
]
