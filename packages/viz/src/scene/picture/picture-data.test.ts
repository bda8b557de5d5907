import { DirectedGraph } from 'graphology'
import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from './fake-picture.ts'
import { graphologyData, pictureData } from './picture-data.ts'

const things = {
  ...cardsAt([
    [0, 0],
    [230, 0],
  ]),
  keys: ['id:__proto__', 'id:a'],
  titles: ['constructor', '<b>'],
  errors: Uint32Array.of(0, 3),
}
const lines = { ...linesFrom([[0, 1]], things), weights: Uint32Array.of(12) }
const picture = pictureWith(things, lines)

test('pictureData(picture, run) has each thing and line as it is drawn', () => {
  const { run, things, lines } = pictureData(picture, 'shop')
  expect(run).toBe('shop')
  expect(things).toMatchObject([
    { key: 'id:__proto__', title: 'constructor', inside: null, form: 'card', x: 0, errors: 0 },
    { key: 'id:a', title: '<b>', form: 'card', x: 230, errors: 3 },
  ])
  expect(lines).toMatchObject([{ from: 'id:__proto__', to: 'id:a', edges: 12, stroke: 'plain' }])
})

test('graphologyData(data) is a graph that graphology reads', () => {
  const text = JSON.stringify(graphologyData(pictureData(picture, 'shop')))
  const graph = DirectedGraph.from(JSON.parse(text) as Parameters<typeof DirectedGraph.from>[0])
  expect(graph.nodes()).toEqual(['id:__proto__', 'id:a'])
  expect(graph.getNodeAttribute('id:a', 'title')).toBe('<b>')
  expect(graph.getEdgeAttribute('id:__proto__', 'id:a', 'edges')).toBe(12)
})
