import { page } from '../pages/resource-id-whitespace.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g
/** The characters that stand for something: an id of these alone is good, and need not be looked at as a text. */
const FIRST_GRAPHIC = 0x21
const LAST_GRAPHIC = 0x7e

/**
 * `data`: `begins`, `ends`: the white space there, as `U+0020`, or null; `controls`: the control characters between, each once.
 */
export const idWhitespace = defineRule({
  id: 'resource/id-whitespace',
  severity: { minimal: 'off', recommended: 'warning', strict: 'warning' },
  summary: 'an id that begins or ends with white space, or holds a control character',
  why: 'Nobody sees such a character, and an id is compared byte for byte: what names it without it names something else.',
  page,
  *run({ graph }) {
    const { strings } = graph.run
    const { nodes } = graph.resolution
    for (let node = 0; node < nodes.resourceCount; node++) {
      if (strings.isWithin(nodes.nameOf(node), FIRST_GRAPHIC, LAST_GRAPHIC)) continue
      const id = graph.idOf(node)
      const { begins, ends, controls } = oddCharacters(id)
      const odd = [
        begins && `begins with ${nameOf(begins)}`,
        ends && `ends with ${nameOf(ends)}`,
        controls.length > 0 && `holds ${controls.map(nameOf).join(', ')}`,
      ].filter((part) => part !== false && part !== undefined)
      if (odd.length === 0) continue
      yield {
        message: `the id ${quote(id)} ${odd.join(' and ')}`,
        help: 'take it out, or trim what the id is made from.',
        subject: { kind: 'resource', id },
        identity: id,
        places: [
          {
            ...graph.run.placeOfResource(graph.resourceOf(node)),
            paths: [['databuilder_id']],
            label: odd.join(' and '),
          },
        ],
        data: {
          begins: begins === undefined ? null : codeOf(begins),
          ends: ends === undefined ? null : codeOf(ends),
          controls: controls.map(codeOf),
        },
      }
    }
  },
})

interface OddCharacters {
  readonly begins: string | undefined
  readonly ends: string | undefined
  readonly controls: readonly string[]
}

/** An id that is nothing but white space begins with it. */
function oddCharacters(id: string): OddCharacters {
  const trimmed = id.trim()
  return {
    begins: id.trimStart() === id ? undefined : id[0],
    ends: id.trimEnd() === id || trimmed === '' ? undefined : id.at(-1),
    controls: [...new Set(trimmed.match(CONTROL) ?? [])],
  }
}

const codeOf = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

const nameOf = (character: string): string => {
  if (character === ' ') return 'a space'
  if (character === '\t') return 'a tab'
  if (character === '\n') return 'a line break'
  return codeOf(character)
}
