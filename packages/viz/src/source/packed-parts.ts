/**
 * Takes the parts of one name out of the page, which needs them no more: no browser runs the script elements that hold their pieces.
 * @returns them in their order. Throws where a piece is no base64.
 */
export function takeParts(name: string): Blob[] {
  const elements = [...document.querySelectorAll<HTMLScriptElement>(`script[data-part="${name}"]`)]
  const parts: Uint8Array<ArrayBuffer>[][] = []
  for (const { dataset, textContent } of elements)
    (parts[Number(dataset['index'])] ??= []).push(bytesOf(textContent))
  for (const element of elements) element.remove()
  return parts.map((bytes) => new Blob(bytes))
}

/** Browsers learn to decode base64 at once; those that do not yet know it go by way of a string. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const decoder = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }
  if (decoder.fromBase64) return decoder.fromBase64(base64)
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

/** Why a part is not there, or is not what it was. */
export const CUT = 'The report was cut, or changed, on its way here: get it again.'

/** What a part holds. Rejects where it was cut or changed on its way. */
export async function unpackPart(part: Blob): Promise<ArrayBuffer> {
  try {
    return await new Response(part.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
  } catch {
    throw new Error(CUT) // a browser says "Failed to fetch"
  }
}

/** The text that a part holds. */
export const textOf = async (part: Blob): Promise<string> => new TextDecoder().decode(await unpackPart(part))
