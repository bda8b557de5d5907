import { column, edge, external, internal, query, resource } from './run-of.ts'

/** Two tables with columns, a dashboard, and tables outside. */
export const shop = {
  'run.jsonl': [
    resource('orders', 'table', { database: 'shop', schema: 'public' }),
    resource('orders.id', 'column', { title: 'id', parent_databuilder_id: 'orders' }),
    resource('orders.total', 'column', { title: 'total', parent_databuilder_id: 'orders' }),
    resource('daily', 'table', { database: 'shop', schema: 'mart' }),
    resource('daily.sum', 'column', { title: 'sum', parent_databuilder_id: 'daily' }),
    resource('revenue', 'dashboard'),
    edge(internal('orders.total'), internal('daily.sum')),
    edge(internal('orders.id'), internal('daily')),
    edge(internal('daily.sum'), internal('revenue')),
    edge(column('eur', 'rates', 'public'), internal('daily.sum')),
    edge(query('select * from public.customers'), internal('revenue')),
    edge(internal('orders'), internal('orders')),
    edge(internal('daily'), external('copy', 'mart', 'shop', 'lake')),
  ],
}
