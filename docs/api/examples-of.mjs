import ts from 'typescript'

/**
 * What stands behind `@example` in the doc comments of all functions and classes that the libraries export, once each.
 * @param {ts.Program} program
 * @param {ReadonlyMap<string, string>} entries by module, its file.
 */
export function examplesOf(program, entries) {
  const checker = program.getTypeChecker()
  const seen = new Set()
  const missing = []
  const examples = []
  const exported = new Map()
  for (const [module, entry] of entries) {
    const called = checker
      .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)))
      .map((one) => (one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one))
    exported.set(
      module,
      called.filter(({ flags }) => flags & ts.SymbolFlags.Value).map(({ name }) => name),
    )
    for (const symbol of called) {
      if (seen.has(symbol) || !isCalled(checker, symbol)) continue
      seen.add(symbol)
      const about = { name: symbol.name, file: symbol.declarations[0].getSourceFile().fileName, module }
      const found = symbol
        .getJsDocTags(checker)
        .filter(({ name }) => name === 'example')
        .flatMap(({ text }) => [...ts.displayPartsToString(text).matchAll(/```ts\n([^]*?)```/g)])
        .map(([, text]) => ({ ...about, text }))
      if (found.length === 0) missing.push(about)
      examples.push(...found)
    }
  }
  return { missing, examples, exported }
}

/** Whether it is a function, or a variable that holds one, or a class. */
function isCalled(checker, symbol) {
  if (symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class)) return true
  if (!(symbol.flags & ts.SymbolFlags.Variable)) return false
  return checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0
}
