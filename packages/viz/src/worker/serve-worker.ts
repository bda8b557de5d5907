import { serve, type AskedEnd } from './serve.ts'

declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer
}

/** Makes a worker of the thread that this runs in. The page's types know the window only. */
export const serveWorker = (): void =>
  serve(globalThis as unknown as AskedEnd, (blob) => new FileReaderSync().readAsArrayBuffer(blob))
