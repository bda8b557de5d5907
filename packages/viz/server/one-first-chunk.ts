import type { Rolldown } from 'vite'

/** Own modules: what they stand on goes where they go. */
const OWN = /[\\/]viz[\\/](src[\\/]|index\.html)/

/** Puts all that the page loads before its first picture into one chunk: many small ones compress worse, and each is a request. */
export const oneFirstChunk: Rolldown.CodeSplittingGroup = {
  debugName: 'app',
  test: OWN,
  name: (id, chunking) => (isFirst(id, chunking) ? 'app' : null),
}

/** Whether imports that wait for nothing lead to a module from the page's entry, which is left for itself. */
function isFirst(id: string, chunking: Rolldown.ChunkingContext): boolean {
  const above = new Set([id])
  // A set hands out what is added while it is walked: it is the queue.
  for (const one of above) {
    const info = chunking.getModuleInfo(one)
    if (info?.isEntry) return one !== id
    for (const importer of info?.importers ?? []) if (OWN.test(importer)) above.add(importer)
  }
  return false
}
