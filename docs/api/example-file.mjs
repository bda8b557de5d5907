/** What an example may use without saying where it is from: a checked run, and something in it. */
const GIVEN = `
declare const report: import('@lineagraph/core').Report
declare const graph: import('@lineagraph/core').LineageGraph
declare const run: import('@lineagraph/core').Run
declare const atlas: import('@lineagraph/core').Atlas
declare const node: number
`

/**
 * An example as a file that stands for itself: what it uses of the libraries is imported, from the one that it belongs to first.
 * @param {{ text: string, module: string }} example
 * @param {ReadonlyMap<string, readonly string[]>} exported by module the names of what it exports to be called.
 */
export function exampleFile({ text, module }, exported) {
  const lines = text.split('\n')
  const own = lines.filter((line) => line.startsWith('import '))
  const code = lines.filter((line) => !line.startsWith('import ')).join('\n')
  const taken = new Set(own.flatMap((line) => line.match(/\w+/g)))
  const imports = [module, ...exported.keys()].map((from) => {
    const names = exported
      .get(from)
      .filter((name) => !taken.has(name) && new RegExp(`\\b${name}\\b`).test(code))
    for (const name of names) taken.add(name)
    return names.length > 0 ? `import { ${names.join(', ')} } from '${from}'` : ''
  })
  return `${[...own, ...imports].join('\n')}\n${GIVEN}\n{\n${code}\n}\nexport {}\n`
}
