import { RESOURCE_FIELDS, type ResourceField } from '../model/resource.ts'
import type { Run } from '../read/run.ts'
import type { JsonPath } from '../read/scan-json.ts'
import { spanOfText, type Place } from './place.ts'
import type { Words } from './say.ts'

/** The declaration of a resource as a place that marks the first of these fields that it has. @param index into `run.resources`. */
export function resourcePlace(
  { resources, strings }: Run,
  index: number,
  fields: readonly ResourceField[],
  label: Words,
): Place {
  return {
    file: resources.file.at(index),
    line: resources.line.at(index),
    offset: resources.offset.at(index),
    paths: fields.length === 1 ? PATHS.get(fields[0]!)! : fields.map((field) => [field]),
    span:
      fields[0] === 'databuilder_id'
        ? spanOfText(resources.idStart.at(index), strings.lengthOf(resources.id.at(index)))
        : undefined,
    label,
  }
}

const PATHS: ReadonlyMap<ResourceField, readonly JsonPath[]> = new Map(
  RESOURCE_FIELDS.map((field) => [field, [[field]]]),
)
