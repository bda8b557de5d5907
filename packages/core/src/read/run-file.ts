/** Whether a file of a folder belongs to the run in it, by its name: what `*.jsonl` means in a shell, so no name that begins with a dot. */
export const isRunFile = (name: string): boolean => name.endsWith('.jsonl') && !name.startsWith('.')

/** Whether a file holds lineage alone, by its name. */
export const isLineageFile = (name: string): boolean => /(^|[/\\])lineages?\.jsonl$/.test(name)
