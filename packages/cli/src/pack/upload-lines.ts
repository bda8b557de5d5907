import { isJsonObject, uploadForm, uploadText, type JsonObject, type LineageGraph } from '@lineagraph/core'
import { PathError } from '@lineagraph/core/node'

/** A declaration as its file of the upload takes it. */
export interface UploadLine {
  readonly json: JsonObject
  readonly text: string
}

type Place = Parameters<LineageGraph['run']['textAt']>[0]

/** The resources that stand, each once and in the order of their declaration, which is that of their nodes. */
export function* resourceLines(graph: LineageGraph): Generator<UploadLine> {
  const { run } = graph
  for (let node = 0; node < graph.nodeCount && graph.kindOf(node) === 'resource'; node++)
    yield readAgain(graph, run.placeOfResource(graph.resourceOf(node)))
}

/** The lineage, each pair of ends once, in the order of declaration. */
export function* lineageLines(graph: LineageGraph): Generator<UploadLine> {
  const { run } = graph
  const seen = new Set<number>()
  for (let line = 0; line < run.lineage.length; line++) {
    const ends = run.lineage.from.at(line) * run.identifiers.size + run.lineage.to.at(line)
    if (seen.has(ends)) continue
    seen.add(ends)
    yield readAgain(graph, run.placeOfLineage(line))
  }
}

/** The declaration on a line. Throws PathError where its file has changed since it was checked. */
function readAgain({ run }: LineageGraph, place: Place): UploadLine {
  const line = run.textAt(place)
  const json = line === undefined ? undefined : parsed(line)
  if (line === undefined || json === undefined) {
    const name = run.files[place.file]?.name ?? ''
    throw new PathError(name, `'${name}' has changed while it was packed`, 'pack again')
  }
  return { json: uploadForm(json), text: uploadText(json, line) ?? line } // what cannot be written again is kept as it came
}

function parsed(line: string): JsonObject | undefined {
  try {
    const json: unknown = JSON.parse(line)
    return isJsonObject(json) ? json : undefined
  } catch {
    return undefined
  }
}
