import purify from 'dompurify'
import mermaid from 'mermaid'

// Mermaid cleans labels with DOMPurify, which has no such functions without a browser's document. Parsing goes before that, so here they
// pass a label on.
Object.assign(purify, { addHook: () => {}, sanitize: (text: string) => text })

/** What Mermaid itself reads out of a flowchart. */
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
