export interface WarehouseShape {
  readonly folder: string
  readonly databases: number
  readonly schemas: number
  readonly tables: number
  readonly columns: number
  readonly edges: number
}
export function writeRun(
  shape: WarehouseShape,
): Promise<{ readonly resources: number; readonly tables: number; readonly edges: number }>

export function writeLines(file: string, lines: Iterable<object>): Promise<void>
export function randomFrom(seed: number): () => number
