import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/resource-repeated-declaration.ts'
import { MOST_PLACES } from '../place.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

export const repeatedDeclaration = defineRule({
  id: 'resource/repeated-declaration',
  severity: { minimal: 'off', recommended: 'warning', strict: 'warning' },
  summary: 'one id that is declared again with the same fields',
  why: 'An equal repeat does no harm in Secoda, but it is a sign of a loop that runs over the same things twice, and of requests that need not be made.',
  page,
  counted: 'declarations',
  run({ graph, repeats }) {
    const { run } = graph
    return new Mistakes(repeats.where(false), (index) => {
      const { node, first, equal } = repeats.at(index)
      const id = graph.idOf(node)
      const placeOf = (index: number, label: string) => ({
        ...run.placeOfResource(index),
        paths: [['databuilder_id']],
        label,
      })
      const [repeat, ...more] = equal.slice(0, MOST_PLACES).map((index) => placeOf(index, 'declared again'))
      return {
        message: `${quote(id)} is declared ${equal.length + 1} times, with the same fields`,
        help: 'declare it once.',
        subject: { kind: 'resource', id },
        identity: id,
        places: [repeat!, placeOf(first, 'first declared here'), ...more],
        count: equal.length + 1,
      }
    })
  },
})
