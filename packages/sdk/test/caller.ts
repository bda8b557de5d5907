import { onTestFinished, vi } from 'vitest'
import { SecodaIntegration, MemoryCollector, type IntegrationOptions } from '../src/index.ts'

/** An integration that does what a test says. */
export class Caller extends SecodaIntegration<Record<string, unknown>> {
  constructor(
    private readonly act: (integration: Caller) => void | Promise<void>,
    options: Partial<IntegrationOptions<Record<string, unknown>>> = {},
  ) {
    super({ credentials: {}, collector: new MemoryCollector(), ...options })
  }

  async extract(): Promise<void> {
    await this.act(this)
  }
}

/** Runs it in memory and gives what `act` gave. */
export async function calling<Result>(
  act: (integration: Caller) => Promise<Result>,
  options?: Partial<IntegrationOptions<Record<string, unknown>>>,
): Promise<Result> {
  const results: Result[] = []
  await new Caller(async (integration) => void results.push(await act(integration)), options).start()
  return results[0] as Result
}

/** What is written to standard error from now on, until the test ends. */
export function standardError(): { readonly text: string } {
  const heard = { text: '' }
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    heard.text += String(chunk)
    return true
  })
  onTestFinished(() => spy.mockRestore())
  return heard
}
