import { internal, printLineage, printResource } from '../printed-form.mjs'

/** One table that is made from half of the others, and that the other half is made from. */
export function star({ resources: size }) {
  const table = (name) => ({
    entity_type: 'table',
    databuilder_id: `star.${name}`,
    title: name,
    schema: 'star',
    database: 'shop',
  })
  return {
    planted: {},
    *resources() {
      yield printResource(table('centre'))
      for (let i = 1; i < size; i++) yield printResource(table(`ray_${i}`))
    },
    *lineage() {
      const centre = internal('star.centre')
      for (let i = 1; i < size; i++) {
        const ray = internal(`star.ray_${i}`)
        yield i % 2 === 0 ? printLineage(centre, ray) : printLineage(ray, centre)
      }
    },
  }
}
