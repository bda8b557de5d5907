import { visible } from '@lineagraph/core'

/** Tells the author something on standard error, which is for all that is no declaration. */
export function say(text: string): void {
  for (const line of text.split('\n')) process.stderr.write(`lineagraph: ${visible(line)}\n`)
}
