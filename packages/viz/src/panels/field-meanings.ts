/** What each field of a declaration is for, as Secoda takes it. */
const MEANINGS: Readonly<Record<string, string>> = {
  entity_type:
    'what sort of thing it is: database, schema, table, column, dashboard_group, dashboard or chart',
  databuilder_id: 'its id: unique in this integration, and the same at every run',
  parent_databuilder_id: 'the id of what it is inside: of a column its table, of a chart its dashboard',
  title: 'what people call it',
  description: 'what it holds, for people',
  definition: 'how it is made, such as the SQL of a view or of a chart',
  external_updated_at: 'when it was last changed where it comes from',
  native_type: 'what it is called where it comes from, such as the data type of a column',
  owners: 'who answers for it',
  sort_order: 'of a column: its place in the table',
  type: 'of a column its data type; of something outside this run what it is',
  is_pk: 'of a column: whether it is the primary key, or a part of it',
  hidden: 'whether Secoda leaves it out of lists',
  schema: 'the schema that it is in, by which lineage from elsewhere finds it',
  database: 'the database that it is in, by which lineage from elsewhere finds it',
  group: 'of a dashboard: the group that it is in',
  product: 'of a dashboard or a chart: the product that shows it',
  cluster: 'of a table outside this run: the cluster that it is in',
  table: 'of a table outside this run: its name',
  column: 'of a column outside this run: its name',
}

/** What a field means; of one that Secoda does not know, that it drops it. */
export const meaningOf = (name: string): string =>
  (Object.hasOwn(MEANINGS, name) ? MEANINGS[name] : undefined) ??
  'Secoda does not know this field: it drops it without a word'
