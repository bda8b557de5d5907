import { fileURLToPath } from 'node:url'

/** As `coreSources`, for the SDK, whose calls the command makes too. */
export const sdkSources = [
  {
    find: /^@lineagraph\/sdk$/,
    replacement: fileURLToPath(new URL('../packages/sdk/src/index.ts', import.meta.url)),
  },
]
