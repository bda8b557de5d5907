import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DocumentSplitter, type DocumentPiece } from './split-document.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

function piecesOf(text: string, size = Infinity): DocumentPiece[] {
  const bytes = encoder.encode(text)
  const splitter = new DocumentSplitter()
  const pieces: DocumentPiece[] = []
  for (let at = 0; at < bytes.length; at += size)
    pieces.push(...splitter.push(bytes.subarray(at, Math.min(at + size, bytes.length))))
  return [...pieces, ...splitter.end()]
}

/** What the pieces say, in a form that can be compared. */
const said = (pieces: readonly DocumentPiece[]): unknown[] =>
  pieces.map((piece) => (piece.kind === 'value' ? { ...piece, bytes: decoder.decode(piece.bytes) } : piece))

const valuesOf = (pieces: readonly DocumentPiece[]): unknown[] =>
  pieces.flatMap((piece) =>
    piece.kind === 'value' ? [[piece.path, JSON.parse(decoder.decode(piece.bytes))]] : [],
  )

test('a DocumentSplitter gives the values two fields deep, and says which fields hold them', () => {
  const pieces = piecesOf('{"a": {"x": {"y": [1, "}"]}, "z": 2}, "list": [true, null], "plain": "t\\"xt"}')
  expect(valuesOf(pieces)).toEqual([
    [['a', 'x'], { y: [1, '}'] }],
    [['a', 'z'], 2],
    [['list', 0], true],
    [['list', 1], null],
    [['plain'], 't"xt'],
  ])
  expect(pieces.filter(({ kind }) => kind === 'opened')).toEqual([
    { kind: 'opened', field: undefined, list: false },
    { kind: 'opened', field: 'a', list: false },
    { kind: 'opened', field: 'list', list: true },
  ])
})

test('a DocumentSplitter gives the items of a list whole', () => {
  expect(valuesOf(piecesOf('\ufeff [{"a": {"b": 1}},\n [2], 3 ]\n'))).toEqual([
    [[0], { a: { b: 1 } }],
    [[1], [2]],
    [[2], 3],
  ])
})

test('a DocumentSplitter knows the line and the byte of each value', () => {
  const pieces = piecesOf('{\n  "é": {\n    "x": [\n1],\n\n    "y": 2 } }')
  expect(pieces.filter(({ kind }) => kind === 'value')).toMatchObject([
    { place: { line: 3, offset: 12 }, at: 21 },
    { place: { line: 6, offset: 28 }, at: 37 },
  ])
})

describe('a DocumentSplitter says where a document stops being JSON', () => {
  test.each([
    ['{"a" 1}', "':'", "'1'", 5],
    ['{"a": {"x": 1 "y": 2}}', "',' or '}'", `'"'`, 14],
    ['{"a": 1}\n{"b": 2}', 'nothing more', "'{'", 9],
    ['{a: 1}', "a field name in double quotes or '}'", "'a'", 1],
    ['{"a": 1,}', 'a field name in double quotes', "'}'", 8],
    ['[1, é]', 'a value', 'a character beyond ASCII', 4],
    ['{"\\x": 1}', 'a field name that is JSON', 'another text', 1],
  ])('%s', (text, expected, found, at) => {
    expect(piecesOf(text).at(-1)).toMatchObject({ kind: 'fault', expected, found, at })
  })
})

test('a DocumentSplitter says where a document is cut', () => {
  for (const text of ['{"a": {"x": 1}', '{"a": {"x": "1', '[{"x": tr', '{"a":\n'])
    expect(piecesOf(text).at(-1)).toMatchObject({ kind: 'cut', at: text.length })
})

test('a DocumentSplitter gives no fault for a document that is whole', () => {
  for (const text of ['{}', '[]', '{"a": {}, "b": []}\n', '\ufeff{}', '{"a":-1.5e3}'])
    expect(piecesOf(text).filter(({ kind }) => kind === 'fault' || kind === 'cut')).toEqual([])
})

test('a DocumentSplitter gives the same pieces however the bytes come', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 9 }), fc.nat({ max: 2 }), (value, size, indent) => {
      const text = JSON.stringify({ nodes: value, other: [value], ['"}\\']: { '{': value } }, null, indent)
      expect(said(piecesOf(text, size))).toEqual(said(piecesOf(text)))
    }),
  )
})

test('a DocumentSplitter gives every value of a document', () => {
  const fields = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true })
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fields), fc.nat({ max: 2 }), (document, indent) => {
      const expected = Object.entries(document).flatMap(([field, values]) =>
        Object.entries(values).map(([name, value]) => [[field, name], JSON.parse(JSON.stringify(value))]),
      )
      expect(valuesOf(piecesOf(JSON.stringify(document, null, indent)))).toEqual(expected)
    }),
  )
})

test('a DocumentSplitter passes over what is too long to be kept, and gives the rest', () => {
  const splitter = new DocumentSplitter()
  const long = encoder.encode('x'.repeat(1 << 20))
  const pieces = [...splitter.push(encoder.encode('{"nodes": {"long": "'))]
  for (let i = 0; i < 65; i++) pieces.push(...splitter.push(long))
  pieces.push(...splitter.push(encoder.encode('", "short": 1}}')), ...splitter.end())
  expect(pieces.slice(1)).toMatchObject([
    { kind: 'opened', field: 'nodes' },
    { kind: 'too-long', path: ['nodes', 'long'] },
    { kind: 'value', path: ['nodes', 'short'] },
  ])
})

test('a DocumentSplitter takes a value that is nested a million deep', () => {
  const text = `{"nodes": {"deep": ${'['.repeat(1e6)}${']'.repeat(1e6)}}}`
  expect(piecesOf(text, 1 << 16)).toMatchObject([
    { kind: 'opened' },
    { kind: 'opened' },
    { kind: 'value', at: 19 },
  ])
})
