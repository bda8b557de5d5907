/** Whether a file of a folder belongs to the run in it, by its name. */
export const isRunFile = (name: string): boolean => name.endsWith('.jsonl')
