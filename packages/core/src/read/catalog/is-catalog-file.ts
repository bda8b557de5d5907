/** Whether a file of a folder is a catalog, by its name: what a run has, rows, and the two files of dbt's that hold relations. */
export const isCatalogFile = (name: string): boolean =>
  /(^(manifest|catalog)\.json|\.jsonl|\.csv)(\.gz)?$/.test(name) && !name.startsWith('.')
