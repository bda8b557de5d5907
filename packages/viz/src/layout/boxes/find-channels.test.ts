import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyOrdered } from '../any-layered.ts'
import { findChannels } from './find-channels.ts'
import { LINEAGE_GAPS } from '../placing/gaps.ts'
import type { PlacedBox } from './placed-box.ts'
import { placeColumns } from '../packing/place-columns.ts'

test('findChannels(box) has what is steep turn in the middle of its gap, and what is one bundle at one place', () => {
  fc.assert(
    fc.property(anyOrdered, fc.integer({ min: 1, max: 900 }), ({ layered, order }, rise) => {
      const width = new Float64Array(layered.nodeCount).fill(100)
      const columns = placeColumns(layered, width, LINEAGE_GAPS)
      const y = Float64Array.from({ length: layered.vertexCount }, (_, vertex) => order.place[vertex]! * rise)
      const at = new Float64Array(layered.weight.length)
      const looks = new Uint8Array(at.length)
      const flags = new Uint8Array(layered.nodeCount)
      const sides = { tailAt: at, headAt: at, leftAtRows: flags, enteredAtRows: flags }
      const channelOf = findChannels({ layered, order, columns, y, looks, ...sides } as PlacedBox, flags)
      const { out } = layered
      for (let from = 0; from < layered.vertexCount; from++) {
        const fallsAt = new Set<number>()
        for (let i = out.starts[from]!; i < out.starts[from + 1]!; i++) {
          const to = out.neighbors[i]!
          const channel = channelOf(from, to, y[from]!, y[to]!, 0)
          const [left, right] = [columns.right[from]!, columns.left[to]!]
          const height = Math.abs(y[to]! - y[from]!)
          if (height > 8 * (right - left)) expect(channel).not.toBeNaN()
          if (height < 28) expect(channel).toBeNaN()
          if (Number.isNaN(channel)) continue
          expect(channel).toBeGreaterThan(left + 0.3 * (right - left) - 1e-9)
          expect(channel).toBeLessThan(left + 0.7 * (right - left) + 1e-9)
          // What enters one that many lead to has its channel there.
          const into = layered.into.starts[to + 1]! - layered.into.starts[to]!
          if (into === 1 && y[to]! > y[from]!) fallsAt.add(channel)
        }
        if (out.starts[from + 1]! - out.starts[from]! > 1) expect(fallsAt.size).toBeLessThanOrEqual(1)
      }
    }),
  )
})
