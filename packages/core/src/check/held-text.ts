/**
 * A text that XML 1.0 and UTF-8 can hold, and from which the given one can be told: what they have no way to write becomes `_xHHHH_`, its
 * UTF-16 unit in four hexadecimal digits, and where that stands in the text already, its first `_` becomes `_x005F_`. That is most control
 * characters, halves of surrogate pairs, U+FFFE and U+FFFF. Source: ECMA-376, part 1, 22.4.2.4; https://www.w3.org/TR/xml/#charsets
 */
export const heldText = (text: string): string => text.replace(NOT_HELD, escaped)

/** The text that `heldText` was given. */
export const givenText = (held: string): string =>
  held.replace(/_x([0-9A-F]{4})_/g, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)))

const NOT_HELD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}|_(?=x[0-9A-F]{4}_)/gu

const escaped = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
