/** Where files were joined, and stands for nothing there. */
export const BYTE_ORDER_MARK = 'a byte-order mark (U+FEFF)'

/** What people paste or print most often without seeing it. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['\0', 'a null character'],
  ['\t', 'a tab'],
  ['\r', 'a carriage return'],
  ['\u001b', 'an escape character'],
  ['\u00a0', 'a no-break space'],
  ['\u200b', 'a zero-width space'],
])

/** Spaces but for the common one, and what shows as nothing: controls, joiners, marks, halves of characters. */
const INVISIBLE = /^(?! )[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}]$/u

/** A character as a message names it: in quotes, or by its number where it cannot be seen. */
export function nameOfCharacter(character: string): string {
  if (!INVISIBLE.test(character)) return `'${character}'`
  const code = character.codePointAt(0)!
  if (code === 0xfeff) return BYTE_ORDER_MARK
  const isHalf = code >= 0xd800 && code <= 0xdfff
  const name = NAMES.get(character) ?? (isHalf ? 'half a character' : 'an invisible character')
  return `${name} (U+${code.toString(16).toUpperCase().padStart(4, '0')})`
}

/** Whether a name that `nameOfCharacter` gave is that of a character that cannot be seen. */
export const isNameOfInvisible = (name: string): boolean => /\(U\+[0-9A-F]+\)$/.test(name)
