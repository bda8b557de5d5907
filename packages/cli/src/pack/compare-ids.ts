import type { PackedId } from './packed-id.ts'

/** What became of the ids of the last pack. */
export interface IdChanges {
  /** Those that are no longer declared, in the order of the list. */
  readonly gone: readonly GoneId[]
  /** Those that name a thing of another type now. */
  readonly retyped: readonly { readonly id: string; readonly was: string; readonly is: string }[]
}

export interface GoneId {
  readonly id: string
  readonly type: string
  /** The id that it most likely has now: the only new one that says the same, of a thing that only one gone one was. */
  readonly renamed: string | undefined
}

/** Compares the ids of two packs. */
export function compareIds(before: ReadonlyMap<string, PackedId>, now: readonly PackedId[]): IdChanges {
  const known = new Map(now.map((one) => [one.id, one]))
  const gone = [...before.values()].filter(({ id }) => !known.has(id))
  const goneOnce = onlyOnes(gone)
  const newOnce = onlyOnes(now.filter(({ id }) => !before.has(id)))
  return {
    gone: gone.map(({ id, type, mark }) => ({
      id,
      type,
      renamed: goneOnce.get(mark) === undefined ? undefined : newOnce.get(mark),
    })),
    retyped: [...before.values()].flatMap(({ id, type: was }) => {
      const is = known.get(id)?.type ?? was
      return is === was ? [] : [{ id, was, is }]
    }),
  }
}

/** The id of each mark that one alone has. The type is in the mark. */
function onlyOnes(ids: readonly PackedId[]): ReadonlyMap<string, string | undefined> {
  const ofMark = new Map<string, string | undefined>()
  for (const { id, mark } of ids) ofMark.set(mark, ofMark.has(mark) ? undefined : id)
  return ofMark
}
