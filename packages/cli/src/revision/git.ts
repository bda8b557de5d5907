import { execFile, spawn } from 'node:child_process'

/** What git said. `code` is null where it could not be started. */
export interface Answer {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Its messages are in English, and it asks nobody for a password. */
const environment = () => ({ ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' })

/** As much as a list of files may take. */
const MOST_BYTES = 1 << 26

/** Asks git, without a shell: a word is what it is, whatever signs are in it. */
export const askGit = (words: readonly string[]): Promise<Answer> =>
  new Promise((resolve) => {
    execFile('git', words, { env: environment(), maxBuffer: MOST_BYTES }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null
      resolve({ code, stdout, stderr: stderr || (error?.message ?? '') })
    })
  })

/** The bytes that git prints, as they come. Rejects where git does not end well. */
export async function* readGit(words: readonly string[]): AsyncGenerator<Uint8Array> {
  const child = spawn('git', words, { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null))
    child.on('close', resolve)
  })
  try {
    yield* child.stdout as AsyncIterable<Uint8Array>
    if ((await ended) !== 0) throw new Error(`git ${words.join(' ')}: ${stderr.trim()}`)
  } finally {
    child.kill() // whoever stops early wants no more of it
  }
}
