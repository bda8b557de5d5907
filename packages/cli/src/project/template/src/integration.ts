import { SecodaIntegration, externalTable, internalResource, tablesFromQuery } from '@lineagraph/sdk'

/** What its user has to give: the input fields of Secoda's upload form. */
export interface Credentials {
  readonly token: string
}

/** The address of the API. */
export const API = 'https://api.example.com'

/** What `GET /dashboards` answers. */
interface Dashboard {
  readonly id: number
  readonly name: string
  readonly folder: string
  /** The tables that the dashboard itself shows. */
  readonly tables: readonly { readonly database: string; readonly schema: string; readonly name: string }[]
  readonly charts: readonly { readonly id: number; readonly name: string; readonly sql: string }[]
}

export class Integration extends SecodaIntegration<Credentials> {
  override async extract(): Promise<void> {
    const response = await this.httpGet(`${API}/dashboards`, {
      headers: { Authorization: `Bearer ${this.credentials.token}` },
    })
    if (!response.ok) throw new Error(`the API answers ${response.status}: ${await response.text()}`)
    for (const dashboard of (await response.json()) as Dashboard[]) this.declareDashboard(dashboard)
  }

  private declareDashboard({ id, name, folder, tables, charts }: Dashboard): void {
    // Ids must stay from run to run: make them of what never changes, not of names.
    const dashboardId = `dashboard.${id}`
    this.declareResource({
      entity_type: 'dashboard',
      databuilder_id: dashboardId,
      title: name,
      group: folder,
    })
    for (const { database, schema, name: table } of tables)
      this.declareLineage({
        from_identifier: externalTable({ database, schema, table }),
        to_identifier: internalResource(dashboardId),
      })
    for (const chart of charts) {
      const chartId = `chart.${chart.id}`
      this.declareResource({
        entity_type: 'chart',
        databuilder_id: chartId,
        parent_databuilder_id: dashboardId,
        title: chart.name,
        definition: chart.sql,
        product: 'example',
      })
      this.declareLineage({
        from_identifier: tablesFromQuery(chart.sql),
        to_identifier: internalResource(chartId),
      })
    }
  }
}
