import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/resource-repeated-declaration.ts'
import { firstPlaces, type Place } from '../place.ts'
import { resourcePlace } from '../resource-place.ts'
import { defineRule, type Discovery } from '../rule.ts'
import { say, type Words } from '../say.ts'

const AGAIN = say`declared again`
const FIRST = say`first declared here`
const ONCE = say`declare it once.`

export const repeatedDeclaration = defineRule({
  id: 'resource/repeated-declaration',
  severity: { minimal: 'off', recommended: 'warning', strict: 'warning' },
  summary: 'one id that is declared again with the same fields',
  why: 'An equal repeat does no harm in Secoda, but it is a sign of a loop that runs over the same things twice, and of requests that need not be made.',
  page,
  counted: 'declarations',
  run({ graph, repeats }) {
    const { run } = graph
    const placeOf = (index: number, label: Words): Place =>
      resourcePlace(run, index, ['databuilder_id'], label)
    const tell = (number: number): Discovery => {
      const { node, first, equal } = repeats.at(number)
      const id = graph.idOf(node)
      const [again, ...others] = equal
      const declarations = [again!, first, ...others]
      return {
        message: say`'${id}' is declared ${equal.length + 1} times, with the same fields`,
        help: ONCE,
        subject: { kind: 'resource', id },
        identity: id,
        places: firstPlaces(declarations, (index) => placeOf(index, index === first ? FIRST : AGAIN)),
        count: equal.length + 1,
      }
    }
    return new Mistakes(repeats.where(false), tell, {
      identityOf: (number) => graph.idOf(repeats.nodeOf(number)),
      placeOf: (number) => run.placeOfResource(repeats.firstOf(number)),
    })
  },
})
