import { dirname, join } from 'node:path/posix'
import { parseSync, Visitor } from 'oxc-parser'

/**
 * @typedef {object} Import
 * @property {string} file the importing file
 * @property {number} line 1-based
 * @property {string} request as written
 * @property {string | undefined} path of the file that is meant, as TypeScript would find it; undefined for a package
 */

/**
 * Everything that files ask for: imports and re-exports, of types too, `import()` and `import('…').Type`.
 * @param {Map<string, string>} files path from the workspace's root, with slashes → text. Throws on one that does not parse.
 * @returns {Map<string, Import[]>} by importing file, in the order of the text
 */
export function readImports(files) {
  return new Map([...files].map(([file, text]) => [file, importsOf(file, text, files)]))
}

function importsOf(file, text, files) {
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0].message}`)
  const imports = []
  const add = ({ source }) => {
    if (typeof source?.value !== 'string') return // an export of its own things, or a computed import()
    const request = source.value
    imports.push({ file, line: lineAt(text, source.start), request, path: pathOf(request, file, files) })
  }
  new Visitor({
    ImportDeclaration: add,
    ExportNamedDeclaration: add,
    ExportAllDeclaration: add,
    ImportExpression: add,
    TSImportType: add,
  }).visit(program)
  return imports
}

function pathOf(request, importer, files) {
  if (!request.startsWith('.')) return undefined
  const path = join(dirname(importer), request.replace(/\?.*$/, '')) // vite's `?worker` and its kin
  const candidates = [path, path.replace(/\.js$/, '.ts'), `${path}.ts`, `${path}.tsx`, `${path}/index.ts`]
  return candidates.find((name) => files.has(name)) ?? path
}

const lineAt = (text, offset) => text.slice(0, offset).split('\n').length
