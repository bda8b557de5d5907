/** Where something stands on the screen already, so that labels keep clear of it: a grid of cells with the rectangles that touch them. */
export interface PlacesTaken {
  /** Takes a place. */
  take(left: number, top: number, right: number, bottom: number): void
  isFree(left: number, top: number, right: number, bottom: number): boolean
}

const CELL = 64

export function startPlaces(): PlacesTaken {
  const cells = new Map<number, number[]>()
  /** Calls for each cell that a rectangle touches, until one answers false. */
  const each = (
    left: number,
    top: number,
    right: number,
    bottom: number,
    does: (cell: number) => boolean,
  ): boolean => {
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++)
      for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
        if (!does((y + 32768) * 65536 + x + 32768)) return false
    return true
  }
  return {
    take(left, top, right, bottom) {
      each(left, top, right, bottom, (cell) => {
        const known = cells.get(cell)
        if (known) known.push(left, top, right, bottom)
        else cells.set(cell, [left, top, right, bottom])
        return true
      })
    },
    isFree(left, top, right, bottom) {
      return each(left, top, right, bottom, (cell) => {
        const known = cells.get(cell)
        if (!known) return true
        for (let i = 0; i < known.length; i += 4)
          if (known[i]! < right && known[i + 2]! > left && known[i + 1]! < bottom && known[i + 3]! > top)
            return false
        return true
      })
    },
  }
}
