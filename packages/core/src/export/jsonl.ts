import { linesBehind } from './declared-lines.ts'
import type { ExportForm } from './export-form.ts'
import { UPLOAD_FILES } from './upload-form.ts'
import { lineageLines, resourceLines, type UploadLine } from './upload-lines.ts'

/** The two files that Secoda's File Upload takes: of each resource the declaration that stands, each pair of ends once, unset fields left out. */
export const jsonl: ExportForm = {
  files: {
    [UPLOAD_FILES.resource]: (extract) => texts(resourceLines(extract.graph, (node) => extract.has(node))),
    [UPLOAD_FILES.lineage]: (extract) => {
      const lines = extract.isPart ? linesBehind(extract) : undefined
      return texts(lineageLines(extract.graph, (line) => lines === undefined || lines[line] === 1))
    },
  },
  rollsUp: false,
}

function* texts(lines: Iterable<UploadLine>): Generator<string> {
  for (const { text } of lines) yield `${text}\n`
}
