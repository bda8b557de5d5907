import type { Findings } from './findings.ts'
import { warn } from './query-warning.ts'
import { refsIn } from './template-refs.ts'
import { TOKEN, type Tokens } from './tokens.ts'

/**
 * Reads the `ref` and `source` calls of all templates, wherever they stand but in comments.
 * @returns the tokens that hold one.
 */
export function readTemplates(tokens: Tokens, findings: Findings): Set<number> {
  const holders = new Set<number>()
  if (!tokens.text.includes('{{') && !tokens.text.includes('{%')) return holders
  for (let token = 0; token < tokens.count; token++) {
    if (!holdsTemplate(tokens, token)) continue
    for (const ref of refsIn(tokens.text, tokens.start(token), tokens.end(token))) {
      holders.add(token)
      if ('message' in ref) warn(findings.warnings, ref.message, ref.at)
      else findings.reads.push({ ...ref, cluster: undefined, database: undefined, dropped: false })
    }
  }
  return holders
}

function holdsTemplate(tokens: Tokens, token: number): boolean {
  switch (tokens.kind(token)) {
    case TOKEN.template:
    case TOKEN.tag:
      return true
    case TOKEN.string:
    case TOKEN.quoted:
      return /\{[{%]/.test(tokens.written(token))
    default:
      return false
  }
}
