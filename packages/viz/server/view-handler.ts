import type { IncomingMessage, ServerResponse } from 'node:http'
import { pageHandler } from './page-handler.ts'
import { runHandler, type RunHandler, type ViewedRun } from './run-handler.ts'

/** Answers all that a browser asks of `lineagraph view`. */
export interface ViewHandler extends Pick<RunHandler, 'changed' | 'close'> {
  handle(request: IncomingMessage, response: ServerResponse): void
}

/** Serves the page, and the run to it. @param folder of the built page. */
export function viewHandler(folder: string, run: ViewedRun): ViewHandler {
  const { handle, changed, close } = runHandler(run)
  const answerPage = pageHandler(folder)
  return {
    handle(request, response) {
      if (!handle(request, response)) answerPage(request, response)
    },
    changed,
    close,
  }
}
