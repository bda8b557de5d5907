import { EXPORT_FORMAT } from '../model/export-head.ts'

/** Bytes by which a document is known to be an export. */
export const EXPORT_HEAD_BYTES = 256

const HEAD = new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${EXPORT_FORMAT}"`)

/** Whether a file may be what `lineagraph export -f json` wrote, by its name; its head says whether it is. */
export const mayBeExport = (name: string): boolean => !/\.jsonl(\.gz)?$/i.test(name)

/** Whether a document is what `lineagraph export -f json` wrote. @param head its first bytes. */
export const looksLikeExport = (head: Uint8Array): boolean => HEAD.test(new TextDecoder().decode(head))
