import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/resource-repeated-declaration.ts'
import { firstPlaces, type Place } from '../place.ts'
import { quote } from '../quote.ts'
import { resourcePlace } from '../resource-place.ts'
import { defineRule, type Discovery } from '../rule.ts'

export const repeatedDeclaration = defineRule({
  id: 'resource/repeated-declaration',
  severity: { minimal: 'off', recommended: 'warning', strict: 'warning' },
  summary: 'one id that is declared again with the same fields',
  why: 'An equal repeat does no harm in Secoda, but it is a sign of a loop that runs over the same things twice, and of requests that need not be made.',
  page,
  counted: 'declarations',
  run({ graph, repeats }) {
    const { run } = graph
    const placeOf = (index: number, label: string): Place =>
      resourcePlace(run, index, ['databuilder_id'], label)
    const tell = (number: number): Discovery => {
      const { node, first, equal } = repeats.at(number)
      const id = graph.idOf(node)
      const places = firstPlaces(equal, (index) => placeOf(index, 'declared again'))
      places.splice(1, 0, placeOf(first, 'first declared here'))
      return {
        message: `${quote(id)} is declared ${equal.length + 1} times, with the same fields`,
        help: 'declare it once.',
        subject: { kind: 'resource', id },
        identity: id,
        places,
        count: equal.length + 1,
      }
    }
    return new Mistakes(repeats.where(false), tell, {
      identityOf: (number) => graph.idOf(repeats.nodeOf(number)),
      placeOf: (number) => run.placeOfResource(repeats.firstOf(number)),
    })
  },
})
