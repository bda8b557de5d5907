// What names in a warehouse are made of.

export const SCHEMAS = ['raw', 'staging', 'core', 'finance', 'marketing', 'product', 'claims', 'reporting']
export const KINDS = ['stg', 'int', 'dim', 'fct', 'agg', 'snp']
export const THINGS = [
  'order',
  'customer',
  'payment',
  'refund',
  'invoice',
  'session',
  'shipment',
  'campaign',
  'subscription',
  'encounter',
  'eligibility',
  'product',
  'supplier',
  'ticket',
  'employee',
  'ledger',
]

/** Names of columns with their types. */
export const COLUMNS = [
  ['id', 'bigint'],
  ['created_at', 'timestamp'],
  ['updated_at', 'timestamp'],
  ['customer_id', 'bigint'],
  ['order_id', 'bigint'],
  ['status', 'varchar(32)'],
  ['amount_cents', 'integer'],
  ['currency', 'char(3)'],
  ['country', 'varchar'],
  ['is_deleted', 'boolean'],
  ['quantity', 'integer'],
  ['unit_price', 'numeric(12,2)'],
  ['discount_total', 'numeric(12,2)'],
  ['source_system', 'varchar'],
  ['ingest_datetime', 'timestamp'],
  ['person_id', 'uuid'],
  ['start_date', 'date'],
  ['end_date', 'date'],
  ['email', 'varchar(320)'],
  ['shipping_address', 'json'],
  ['utm_source', 'varchar'],
  ['notes', 'text'],
  ['row_hash', 'char(64)'],
  ['batch_number', 'integer'],
]

/** Some are beyond ASCII, and some hold quotes: printed, they are longer than they look. */
export const DESCRIPTIONS = [
  'Unique identifier of the record.',
  'When the row was first seen, in UTC.',
  'The date (ISO 8601) when the period ended; empty while it is still open.',
  'Prix total, remises déduites, en centimes.',
  'One of "open", "paid" or "void".',
  'Name of the source system that the record came from.',
  'Größe der Lieferung — in Stück.',
  'Total amount taken off the price: discounts of the line and its share of the discount of the order.',
]
