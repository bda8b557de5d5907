import { unfold } from './folded/unfold.ts'

/**
 * The files of a run that a report carries.
 * @param sections of it, each compressed.
 * @param fileCount how many files there are.
 * @param onBytes called with how many bytes of the sections have been unfolded so far.
 */
export async function unfoldRun(
  sections: readonly Blob[],
  fileCount: number,
  onBytes: (bytes: number) => void,
): Promise<Blob[]> {
  let done = 0
  const files: Blob[][] = Array.from({ length: fileCount }, () => [])
  for (const section of sections) {
    onBytes(done)
    done += section.size
    const unpacked = section.stream().pipeThrough(new DecompressionStream('gzip'))
    const bytes = new Uint8Array(await new Response(unpacked).arrayBuffer())
    for (const [file, pieces] of unfold(bytes).entries()) files[file]!.push(new Blob(pieces))
  }
  return files.map((parts) => new Blob(parts))
}
