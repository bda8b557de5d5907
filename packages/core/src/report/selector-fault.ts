import { quote } from '../check/quote.ts'
import { SELECTOR_METHODS, type SelectorFault, type SelectorMethod } from '../graph/select/parse-selector.ts'

/**
 * What is wrong with a selector, and how to mend it. Where it is wrong is in the fault.
 * @example
 * ```ts
 * const { fault } = parseSelector('2+')
 * if (fault) console.error(explainSelectorFault(fault).help)
 * ```
 */
export function explainSelectorFault(fault: SelectorFault): { readonly what: string; readonly help: string } {
  const { code, method = 'name', value = '' } = fault
  switch (code) {
    case 'name-expected':
      return {
        what: 'a name is expected here',
        help: 'write a name, or a condition such as type:chart; what has a comma, a blank or a plus in it stands in quotes',
      }
    case 'value-expected':
      return {
        what: `something is expected after ${method}:`,
        help: method === 'name' ? 'write a name' : EXAMPLES[method],
      }
    case 'quote-not-closed':
      return { what: 'this quote is not closed', help: 'close it, or put the whole name in the other quotes' }
    case 'unknown-escape':
      return {
        what: 'this is no escape',
        help: 'in double quotes write \\\\ for a backslash, \\" for a quote; in single quotes all stands as it is',
      }
    case 'end-expected':
      return {
        what: 'only +, a comma or a blank can follow a closing quote',
        help: 'put the whole name in the quotes',
      }
    case 'nothing-meant':
      return nothingMeant(method, value)
  }
}

function nothingMeant(method: SelectorMethod, value: string) {
  const name = quote(value)
  switch (method) {
    case 'name': {
      const before = /^([\w.]+):/.exec(value)?.[1]
      const help =
        before === undefined
          ? 'a name is an id, a title, or schema.table, letter for letter'
          : `before a colon can stand ${SELECTOR_METHODS.join(', ')}; an id with a colon is one that is declared, letter for letter`
      return { what: `nothing is named ${name}`, help }
    }
    case 'type':
      return { what: `nothing is of the type ${name}`, help: EXAMPLES.type }
    case 'finding':
      return {
        what: `${name} is neither a severity nor a rule`,
        help: `${EXAMPLES.finding}; lineagraph rules lists the rules`,
      }
    case 'schema':
    case 'database':
      return { what: `nothing stands in a ${method} named ${name}`, help: 'write it letter for letter' }
    default:
      return { what: `nothing has the ${method} ${name}`, help: `write the ${method} letter for letter` }
  }
}

const EXAMPLES = {
  id: 'write an id, such as id:dashboard.1',
  title: "write a title, such as title:'Sales 2024'",
  key: 'write a key, as the json of an answer has it, in single quotes',
  type: 'types are database, schema, table, column, dashboard_group, dashboard, chart, missing, and those of the run',
  schema: 'write the name of a schema, such as schema:public',
  database: 'write the name of a database, such as database:shop',
  finding: 'write error, warning, info, or the id of a rule, such as finding:lineage/no-cycle',
} as const
