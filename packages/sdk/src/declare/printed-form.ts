/**
 * A declaration as Python's `json.dumps` writes it: a blank after `,` and `:`, everything beyond ASCII as `\uXXXX`. What is
 * declared is two levels deep at most.
 * @example
 * ```ts
 * console.log(printedForm({ entity_type: 'table', databuilder_id: 'orders' }))
 * ```
 */
export const printedForm = (declaration: object): string => written(declaration)

function written(value: unknown): string {
  if (typeof value === 'string') return writtenText(value)
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  let fields = ''
  for (const name of Object.keys(value))
    fields += `${fields === '' ? '' : ', '}"${name}": ${written(Reflect.get(value, name))}` // the wire's names need no escape
  return `{${fields}}`
}

/** JSON.stringify has the same short escapes and `\u00XX` for the other control characters, but lets DEL and all above stand. */
function writtenText(text: string): string {
  const json = JSON.stringify(text)
  return IS_ASCII.test(json) ? json : json.replace(BEYOND_ASCII, escaped)
}

const IS_ASCII = /^[ -~]*$/
const BEYOND_ASCII = /[\u007f-\uffff]/g
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
