/** The values at some indexes. @param from what is taken from each. */
export function pick(values: Float64Array, indexes: Uint32Array, from = 0): Float64Array {
  const picked = new Float64Array(indexes.length)
  for (let i = 0; i < indexes.length; i++) picked[i] = values[indexes[i]!]! - from
  return picked
}

/** The layers at some indexes. */
export function pickLayers(layers: Int32Array, indexes: Uint32Array): Int32Array {
  const picked = new Int32Array(indexes.length)
  for (let i = 0; i < indexes.length; i++) picked[i] = layers[indexes[i]!]!
  return picked
}

/** The flags at some indexes. */
export function pickFlags(flags: Uint8Array, indexes: Uint32Array): Uint8Array {
  const picked = new Uint8Array(indexes.length)
  for (let i = 0; i < indexes.length; i++) picked[i] = flags[indexes[i]!]!
  return picked
}
