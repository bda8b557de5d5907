import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import mermaid from 'mermaid'

/**
 * What Mermaid itself reads out of a flowchart. It cleans labels with DOMPurify, which does nothing without a browser's document: here it
 * passes them on, as parsing goes before that.
 */
const require = createRequire(createRequire(import.meta.url).resolve('mermaid'))
const { default: purify } = (await import(
  new URL('purify.es.mjs', pathToFileURL(require.resolve('dompurify'))).href // the one that mermaid imports
)) as {
  default: { sanitize?: unknown; addHook?: unknown }
}
purify.addHook = () => {}
purify.sanitize = (text: string) => text

export async function readMermaid(text: string): Promise<{ labels: Map<string, string>; edges: string[] }> {
  await mermaid.parse(text) // also makes it know its diagrams
  const { db } = (await mermaid.mermaidAPI.getDiagramFromText(text)) as unknown as { db: FlowDb }
  const vertices = [...db.getVertices()]
  return {
    labels: new Map(vertices.map(([name, vertex]) => [name, decoded(vertex.text)])),
    edges: db.getEdges().map(({ start, end }) => `${start} → ${end}`),
  }
}

interface FlowDb {
  getVertices(): Map<string, { readonly text: string }>
  getEdges(): { readonly start: string; readonly end: string }[]
}

/** A label as it is drawn. Mermaid turns `#35;` into a mark of its own, and the mark into an entity of HTML before it draws. */
const decoded = (text: string): string =>
  text.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)))
