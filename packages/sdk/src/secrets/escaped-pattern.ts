/** Backslashes that stand before a quote in JSON within JSON within JSON. */
const MOST = 7
const ESCAPE = `\\\\{1,${MOST}}`
const SHORT: Readonly<Record<string, string>> = {
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
  '\b': 'b',
  '\f': 'f',
  '\v': 'v',
}

/** A pattern, for the flag `u`, of a text as it is, and as JSON, Python or Node write it between quotes, also one within the other. */
export const escapedPattern = (text: string): string =>
  [...text.replace(/\\+/g, '\\')].map(patternOf).join('')

function patternOf(character: string): string {
  if (character === '\\') return `\\\\{1,${MOST + 1}}`
  if (/["'`/]/.test(character)) return `\\\\{0,${MOST}}${literally(character)}`
  if (/[\x20-\x7e]/.test(character)) return literally(character)
  const short = SHORT[character]
  const ways = [literally(character), ESCAPE + inHex(character)]
  if (character.length === 1 && character <= '\xff')
    ways.push(`${ESCAPE}x${eitherCase(character.charCodeAt(0).toString(16).padStart(2, '0'))}`)
  return `(?:${[...ways, ...(short === undefined ? [] : [ESCAPE + short])].join('|')})`
}

/** `u00fc`, and of a character that is two units both. */
const inHex = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, at) => `u${eitherCase(character.charCodeAt(at).toString(16).padStart(4, '0'))}`,
  ).join(ESCAPE)

const eitherCase = (hex: string): string =>
  hex.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)

/** A pattern of the text and nothing else. */
export const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
