import { RESOURCE_FIELDS, type Resource, type ResourceField } from '../model/resource.ts'
import { Bytes } from './bytes.ts'
import { contentOf } from './content.ts'
import { finish } from './hash.ts'
import { highHash, lowHash, mixHigh, mixLow, SEED_HIGH, SEED_LOW } from './text-hash.ts'
import { encodeWtf8 } from './wtf8.ts'

/**
 * 64 bits of all that a declaration says, as two halves: equal for two that say the same, in whatever order. Each field that says something
 * goes in with the hash of its text; unset ones do not.
 */
export class ContentHash {
  high = 0
  low = 0

  clear(): void {
    this.high = 0
    this.low = 0
  }

  /** @param field its index among the fields of the wire. @param high of the hash of its text. */
  add(field: number, high: number, low: number): void {
    this.high = (this.high + finish(high ^ Math.imul(field + 1, 0x9e3779b1))) | 0
    this.low = (this.low + finish(low ^ Math.imul(field + 1, 0x85ebca77))) | 0
  }
}

/** The hash of the texts of a list, one after the other. */
export class ListHash {
  #high = SEED_HIGH
  #low = SEED_LOW
  #count = 0

  clear(): void {
    this.#high = SEED_HIGH
    this.#low = SEED_LOW
    this.#count = 0
  }

  add(high: number, low: number): void {
    this.#high = mixHigh(this.#high, high)
    this.#low = mixLow(this.#low, low)
    this.#count++
  }

  get high(): number {
    return finish(this.#high ^ this.#count)
  }

  get low(): number {
    return finish(this.#low ^ this.#count)
  }
}

/** What a flag that is set goes in with. */
export const TRUE_HASH = 1

const scratch = new Bytes(1 << 10)
const list = new ListHash()

/** Takes in all that a resource says. */
export function addContent(content: ContentHash, resource: Resource): void {
  for (const [field, name] of RESOURCE_FIELDS.entries()) addField(content, field, contentOf(resource, name))
}

/** The 64 bits that a text in a field adds to those of its declaration: with them taken away, what is left is equal for equal rests. */
export function contentOfText(field: ResourceField, text: string): ContentHash {
  const content = new ContentHash()
  addField(content, RESOURCE_FIELDS.indexOf(field), text)
  return content
}

function addField(content: ContentHash, field: number, value: Resource[ResourceField]): void {
  if (value === undefined) return
  if (value === true) {
    content.add(field, TRUE_HASH, TRUE_HASH)
  } else if (Array.isArray(value)) {
    list.clear()
    for (const item of value) addText(list, String(item))
    content.add(field, list.high, list.low)
  } else {
    const end = written(String(value))
    content.add(field, highHash(scratch.words, 0, end), lowHash(scratch.words, 0, end))
  }
}

function addText(to: ListHash, text: string): void {
  const end = written(text)
  to.add(highHash(scratch.words, 0, end), lowHash(scratch.words, 0, end))
}

function written(text: string): number {
  scratch.reserve(text.length * 3)
  return encodeWtf8(text, scratch.bytes, 0)
}
