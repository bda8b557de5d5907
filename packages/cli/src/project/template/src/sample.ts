import type { HttpCall } from '@lineagraph/sdk'

/** Stands in for the API: answers as it would, from here. Good for tests, and until the API is there. */
export function sample({ url, headers }: HttpCall): Response {
  if (!headers.has('Authorization')) return Response.json({ error: 'no token' }, { status: 401 })
  if (url.pathname !== '/dashboards') return Response.json({ error: 'not found' }, { status: 404 })
  return Response.json([
    {
      id: 1,
      name: 'Revenue',
      folder: 'Finance',
      tables: [{ database: 'shop', schema: 'public', name: 'targets' }],
      charts: [
        {
          id: 11,
          name: 'Revenue by month',
          sql: 'select month, sum(amount) from public.orders group by month',
        },
        {
          id: 12,
          name: 'Best customers',
          sql: 'select c.name, sum(o.amount) from public.orders o join public.customers c on c.id = o.customer_id group by 1',
        },
      ],
    },
  ])
}
