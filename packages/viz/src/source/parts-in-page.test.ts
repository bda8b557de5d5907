import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CUT } from './packed-parts.ts'
import { PartsInPage } from './parts-in-page.ts'

const piece = (name: string, index: number | string, base64: string): string =>
  `<script type="application/gzip" data-part="${name}" data-index="${index}">${base64}</script>\n`
const packed = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const bytesIn = async (blobs: readonly Blob[]): Promise<Buffer[]> =>
  Promise.all(blobs.map(async (blob) => Buffer.from(await blob.arrayBuffer())))
const partsIn = (texts: readonly string[]): PartsInPage => {
  const parts = new PartsInPage()
  for (const text of texts) parts.take(text)
  return parts
}

describe('parts.take(text)', () => {
  test('finds every part of a page, wherever its text is cut', async () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 30 }), { minLength: 1, maxLength: 3 })
    const between = fc.constantFrom(
      '',
      '<p>1 < 2</p>',
      '<script>if (1 < 2) "</script>"</script>',
      'é<script type="application/gz',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(pieces, { minLength: 1, maxLength: 3 }),
        between,
        fc.array(fc.nat(), { maxLength: 20 }),
        async (run, text, cuts) => {
          const html = [
            `<!doctype html>${text}`,
            piece('listing', 0, packed(Buffer.from('{}'))),
            ...run.flatMap((part, index) => part.map((bytes) => piece('run', index, packed(bytes)) + text)),
          ].join('')
          const ends = [
            0,
            ...cuts.map((cut) => cut % html.length).sort((one, other) => one - other),
            html.length,
          ]
          const parts = partsIn(ends.slice(1).map((end, i) => html.slice(ends[i], end)))
          expect(await bytesIn(parts.named('run'))).toEqual(run.map((part) => Buffer.concat(part)))
          expect(await bytesIn(parts.named('listing'))).toEqual([Buffer.from('{}')])
          expect(parts.named('code')).toEqual([])
        },
      ),
    )
  })

  test.each([
    ['is no base64', piece('run', 0, 'a*==')],
    ['holds an element', piece('run', 0, 'aaaa<b>')],
    ['stands before others of its name', piece('run', 4_000_000, 'aaaa')],
  ])('throws where a piece %s', (_, html) => {
    expect(() => partsIn([html])).toThrow(CUT)
  })

  test('lets nothing be taken of a page that ends inside a piece', () => {
    const html = piece('run', 0, packed(Buffer.from('abc'))) + piece('run', 1, packed(Buffer.from('def')))
    for (const end of [html.indexOf('ZGVm'), html.indexOf('ZGVm') + 3, html.length - 5])
      expect(() => partsIn([html.slice(0, end)]).named('run')).toThrow(CUT)
  })
})
