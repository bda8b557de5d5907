/**
 * A declaration as Python's `json.dumps` writes it: a blank after `,` and `:`, everything beyond ASCII as `\uXXXX`. What is
 * declared is two levels deep at most.
 */
export const printedForm = (declaration: object): string => written(declaration)

function written(value: unknown): string {
  if (typeof value === 'string') return writtenText(value)
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  let fields = ''
  for (const [name, field] of Object.entries(value))
    fields += `${fields === '' ? '' : ', '}${writtenText(name)}: ${written(field)}`
  return `{${fields}}`
}

/** JSON.stringify has the same short escapes and `\u00XX` for the other control characters, but lets DEL and all above stand. */
const BEYOND_ASCII = /[\u007f-\uffff]/g

const writtenText = (text: string): string =>
  JSON.stringify(text).replace(
    BEYOND_ASCII,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
