/**
 * The names of columns in one cell: a JSON list of them where it is one; else cut at semicolons, or at commas where it has no semicolon,
 * without the white space around each. A name that holds one of these needs the JSON list, or a row of its own.
 */
export function columnNamesIn(cell: string): string[] {
  const text = cell.trim()
  if (text.startsWith('[')) {
    const list = parsed(text)
    if (Array.isArray(list) && list.every((name) => typeof name === 'string'))
      return list.filter((name) => name !== '')
  }
  return text
    .split(text.includes(';') ? ';' : ',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
