import { inByteOrder } from './byte-order.ts'
import type { Strings } from './strings.ts'

/** Where every byte of a text is below, its bytes are in the order of its UTF-16 units: beyond stand surrogates, and what is above them. */
const SURROGATES = 0xed

/**
 * Puts texts in the order of their UTF-16 units, as `<` has it, none of them made a string; undefined where their bytes may be in another one.
 * @param texts left as they are.
 */
export const inUnitOrder = (strings: Strings, texts: Int32Array): Int32Array | undefined =>
  texts.every((text) => strings.isWithin(text, 0, SURROGATES - 1)) ? inByteOrder(strings, texts) : undefined
