import { nearestName } from '../graph/nearest-name.ts'
import { RESOURCE_FIELDS, type ResourceField } from '../model/resource.ts'
import type { FieldFault, LinePlace } from '../read/problem.ts'
import { quote } from './quote.ts'

/** A field that Secoda does not know, and where it was found: of a resource, or on a line without a usable id. */
export type UnknownField = Extract<FieldFault, { kind: 'unknown-field' }> &
  LinePlace & { readonly id: string | undefined }

/** Whose fields are meant: those of all declarations of an id, or of one line. */
export type Owner = string | Pick<LinePlace, 'file' | 'line'>

const keyOf = (owner: Owner): string =>
  typeof owner === 'string' ? `id ${owner}` : `line ${owner.file} ${owner.line}`

/** The unknown fields of a run, and the known ones that they were most likely meant to be. */
export class UnknownFields {
  readonly #nearest = new Map<string, ResourceField | undefined>()
  /** By owner and known field. Of several unknown fields the smallest, so that the order of lines does not matter. */
  readonly #meant = new Map<string, Map<ResourceField, string>>()

  constructor(unknown: Iterable<UnknownField>) {
    for (const { id, file, line, field } of unknown) {
      const near = this.nearest(field)
      if (near === undefined) continue
      const key = keyOf(id ?? { file, line })
      let fields = this.#meant.get(key)
      if (fields === undefined) this.#meant.set(key, (fields = new Map()))
      const known = fields.get(near)
      if (known === undefined || field < known) fields.set(near, field)
    }
  }

  /** The field that an unknown one was most likely meant to be. */
  nearest(field: string): ResourceField | undefined {
    if (!this.#nearest.has(field)) this.#nearest.set(field, nearestName(field, RESOURCE_FIELDS))
    return this.#nearest.get(field)
  }

  /** The unknown field that was most likely meant to be this one. */
  meantAs(owner: Owner, field: ResourceField): string | undefined {
    return this.#meant.get(keyOf(owner))?.get(field)
  }

  /** How to mend a field that is missing because it is there under another name, as the beginning of a help. */
  renaming(owner: Owner, field: ResourceField): string | undefined {
    const meant = this.meantAs(owner, field)
    return meant === undefined ? undefined : `rename its unknown field ${quote(meant)} to ${field}`
  }
}
