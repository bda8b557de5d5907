const isHidden = (name: string): boolean => name.startsWith('.')

/**
 * Whether a file of a folder belongs to the run in it, by its name: what `*.jsonl` means in a shell, so no name that begins with a dot.
 * @example
 * ```ts
 * isRunFile('lineage.jsonl.gz') // true
 * ```
 */
export const isRunFile = (name: string): boolean => /\.jsonl(\.gz)?$/.test(name) && !isHidden(name)

/**
 * Whether a file of a folder may be Secoda's upload CSV, by its name; its header says whether it is. A CSV file that is named itself is
 * always taken for it.
 * @example
 * ```ts
 * mayBeUpload('tables.csv') // true: its header says whether it is
 * ```
 */
export const mayBeUpload = (name: string): boolean => isCsvFile(name) && !isHidden(name)

/** Whether a file holds rows, by its name. */
export const isCsvFile = (name: string): boolean => /\.csv(\.gz)?$/i.test(name)

/**
 * Whether a file holds lineage alone, by its name.
 * @example
 * ```ts
 * isLineageFile('out/lineage.jsonl.gz') // true
 * ```
 */
export const isLineageFile = (name: string): boolean => /(^|[/\\])lineages?\.jsonl(\.gz)?$/.test(name)
