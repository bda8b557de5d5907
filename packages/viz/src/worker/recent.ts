/** Remembers what was made last, by its name. */
export interface Recent<Value> {
  (name: string, make: () => Value): Value
  readonly known: (name: string) => Value | undefined
}

/** @param most so many are remembered; what was asked for longest ago is forgotten first. */
export function recent<Value>(most: number): Recent<Value> {
  const values = new Map<string, Value>()
  const known = (name: string): Value | undefined => {
    const value = values.get(name)
    if (value !== undefined) {
      values.delete(name)
      values.set(name, value)
    }
    return value
  }
  const remember = (name: string, make: () => Value): Value => {
    const old = known(name)
    if (old !== undefined) return old
    const value = make()
    values.set(name, value)
    const [oldest] = values.keys()
    if (values.size > most) values.delete(oldest!)
    return value
  }
  return Object.assign(remember, { known })
}
