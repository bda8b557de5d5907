import { framesAbove, placeOf } from './call-place.ts'
import { DeclarationError } from './declaration-error.ts'

/**
 * What `read` gives. What it throws names the place where the author called `callee`, and its trace begins there: the
 * stack is walked for an error alone, since a run can have a million calls.
 */
export function atCall<Result>(
  callee: (...given: never[]) => unknown,
  read: () => Result,
  hide: (text: string) => string = (text) => text,
): Result {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error
    const frames = framesAbove(callee)
    const placed = new DeclarationError(hide(error.what), error.help, placeOf(frames))
    placed.stack = `${placed.name}: ${placed.message}\n${frames}`
    throw placed
  }
}
