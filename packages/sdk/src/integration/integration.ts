import { inspect } from 'node:util'
import { buildGraph, check, readRun, type CheckConfig, type ReadOptions, type Report } from '@lineagraph/core'
import { atCall } from '../declare/at-call.ts'
import { framesAbove } from '../declare/call-place.ts'
import type { DeclaredLineage } from '../declare/identifier.ts'
import { readLineage } from '../declare/read-lineage.ts'
import { readResource } from '../declare/read-resource.ts'
import type { Resource } from '../declare/resource.ts'
import type { HttpBodyOptions, HttpOptions } from '../http/call.ts'
import type { HttpClient } from '../http/client.ts'
import { Endpoints } from '../http/endpoints.ts'
import { pagesOf, type PageOptions } from '../http/pages.ts'
import { transportOf, type Transport } from '../http/transport.ts'
import { UndiciTransport } from '../http/undici-transport.ts'
import type { Collector } from '../output/collector.ts'
import { chooseCollector } from '../output/choose-collector.ts'
import { hidePrints } from '../output/hide-prints.ts'
import { ClosedPipe } from '../output/line-writer.ts'
import { say } from '../output/say.ts'
import { SourceCollector } from '../output/source-collector.ts'
import { checkCredentials } from '../secrets/credentials.ts'
import { hideInError } from '../secrets/hide-in-error.ts'
import { Secrets } from '../secrets/secrets.ts'
import { makeClient } from './make-client.ts'
import { failProcess, onEarlyEnd } from './on-early-end.ts'
import type { IntegrationOptions, StartOptions } from './options.ts'

/**
 * An integration: extend it, say in `extract` what there is, and `start` it.
 *
 * ```ts
 * class Shop extends SecodaIntegration<{ token: string }> {
 *   async extract() {
 *     const response = await this.httpGet('https://api.shop.example/dashboards', { headers: { token: this.credentials.token } })
 *     for (const { id, name } of await response.json())
 *       this.declareResource({ entity_type: 'dashboard', databuilder_id: `dashboard.${id}`, title: name })
 *   }
 * }
 * await new Shop({ credentials: fromEnv({ token: 'SHOP_TOKEN' }) }).start()
 * ```
 * @example
 * ```ts
 * class Shop extends SecodaIntegration<{ key: string }> {
 *   async extract() {
 *     this.declareResource({ entity_type: 'dashboard', databuilder_id: 'dashboard.1', title: 'Revenue' })
 *     this.declareLineage({
 *       from_identifier: externalTable({ schema: 'public', table: 'orders' }),
 *       to_identifier: internalResource('dashboard.1'),
 *     })
 *   }
 * }
 * await new Shop({ credentials: fromEnv({ key: 'SHOP_KEY' }) }).start()
 * ```
 */
export abstract class SecodaIntegration<Credentials extends object = Readonly<Record<string, string>>> {
  // All private: what is no field can be printed by nobody.
  readonly #credentials: Credentials
  readonly #secrets: Secrets
  readonly #endpoints: Endpoints
  readonly #transport: Transport
  readonly #client: HttpClient
  readonly #given: Collector | undefined
  #collector: Collector | undefined
  #hasDeclared = false
  #running = false
  #hasRun = false
  /** What the run went to, once all that was declared is there. */
  #finalized: Collector | undefined
  /** Whether something was declared too late for that. */
  #isRevoked = false

  /** Throws CredentialsError where a credential is missing. */
  constructor(options: IntegrationOptions<Credentials>) {
    checkCredentials(options?.credentials)
    this.#credentials = options.credentials
    this.#secrets = new Secrets(options.credentials)
    this.#endpoints = new Endpoints(options.endpoints)
    this.#transport = transportOf(options.transport ?? new UndiciTransport(options.timeout))
    this.#client = makeClient(options, this.#transport, this.#endpoints, this.#secrets)
    this.#given = options.collector
  }

  /** What the user gave. Never printed: in errors and in logs its values are `***`. */
  get credentials(): Credentials {
    return this.#credentials
  }

  /** Says what there is, with `declareResource` and `declareLineage`. */
  abstract extract(): void | Promise<void>

  /** Declares a table, a column, a dashboard… Throws DeclarationError, with the place of the call, for what Secoda would refuse or drop. */
  declareResource(resource: Resource): void {
    const printed = atCall(this.declareResource, () => readResource(resource), this.#hide)
    this.#goesTo().declareResource(printed)
    this.#hasDeclared = true
  }

  /** Declares where data flows. Throws DeclarationError, as `declareResource`. */
  declareLineage(lineage: DeclaredLineage): void {
    const printed = atCall(this.declareLineage, () => readLineage(lineage), this.#hide)
    this.#goesTo().declareLineage(printed)
    this.#hasDeclared = true
  }

  /** @returns the answer, whatever its status. Rejects with HttpError where there is none. */
  httpGet(url: string | URL, options: HttpOptions = {}): Promise<Response> {
    return this.#client.send('GET', url, options, framesAbove(this.httpGet))
  }

  /** As `httpGet`. */
  httpPost(url: string | URL, options: HttpBodyOptions = {}): Promise<Response> {
    return this.#client.send('POST', url, options, framesAbove(this.httpPost))
  }

  /** As `httpGet`. */
  httpPut(url: string | URL, options: HttpBodyOptions = {}): Promise<Response> {
    return this.#client.send('PUT', url, options, framesAbove(this.httpPut))
  }

  /** As `httpGet`. */
  httpPatch(url: string | URL, options: HttpBodyOptions = {}): Promise<Response> {
    return this.#client.send('PATCH', url, options, framesAbove(this.httpPatch))
  }

  /** As `httpGet`. */
  httpDelete(url: string | URL, options: HttpBodyOptions = {}): Promise<Response> {
    return this.#client.send('DELETE', url, options, framesAbove(this.httpDelete))
  }

  /**
   * The JSON of the pages of a list, one after the other:
   * `for await (const page of this.httpPages<Page>(url, { next: (page) => page.links.next })) …`
   */
  httpPages<Page = unknown>(url: string | URL, options: PageOptions<Page> = {}): AsyncGenerator<Page, void> {
    return pagesOf(this.#client, url, options, framesAbove(this.httpPages))
  }

  /** Ends a run that went well: `start` calls it after `extract`. */
  async finalize(): Promise<void> {
    await this.#collector?.finalize?.()
    if (this.#running) this.#finalized = this.#collector
    await this.#transport.finalize?.()
  }

  /**
   * Runs the integration: prints its declarations on standard output, as the Python SDK does, or writes the files for File Upload
   * into `out` (or the folder that LINEAGRAPH_OUT names). Everything else goes to standard error, what is logged too. Where
   * `extract` throws, what was declared is kept, and it rejects with the same error, in which no credential stands. It is kept too
   * where the process ends before `extract` does. Either way the process does not end with 0, unless a collector was given.
   */
  async start({ out }: StartOptions = {}): Promise<void> {
    if (this.#given && out !== undefined)
      throw new TypeError('start({ out }) writes files, but a collector was given: drop one of them')
    try {
      await this.#run(
        () => this.#given ?? chooseCollector(out, this),
        () => this.finalize(),
        ({ keepsAtSignal = false }) =>
          onEarlyEnd({ act: (why) => this.#keepAtOnce(why), atSignal: keepsAtSignal }),
      )
      this.#tellEndpoints()
    } catch (error) {
      if (error instanceof ClosedPipe) return // a reader that has enough is no fault
      if (!this.#given) failProcess() // also where the author catches the error, to print it
      throw error
    }
  }

  /** Runs the integration in memory and checks what it declares: `(await integration.check()).findings`. */
  async check(options: CheckConfig & ReadOptions = {}): Promise<Report> {
    const collector = new SourceCollector()
    await this.#run(
      () => collector,
      async () => this.#transport.finalize?.(),
    )
    return check(buildGraph(await readRun([collector.source(this.constructor.name)], options)), options)
  }

  /** @param guard looks after what the collector has while the run is under way; what it gives ends that. In memory, there is none. */
  async #run(
    goesTo: () => Collector,
    end: () => Promise<void>,
    guard?: (collector: Collector) => () => void,
  ): Promise<void> {
    if (this.#running)
      throw new Error('this integration is running: await one start() or check() before the next')
    this.#running = true
    this.#hasDeclared = false
    this.#finalized = undefined
    this.#isRevoked = false
    const prints = hidePrints(this.#secrets)
    let unguard: (() => void) | undefined
    try {
      this.#collector = goesTo()
      unguard = guard?.(this.#collector)
      await this.extract()
      await end()
    } catch (error) {
      await this.#keepWhatThereIs(error)
      throw hideInError(error, this.#secrets)
    } finally {
      unguard?.()
      prints.end()
      if (!guard) prints.forget()
      this.#collector = undefined
      this.#running = false
      this.#hasRun = true
    }
  }

  /** After an error, which nothing that fails here may take the place of. */
  async #keepWhatThereIs(error: unknown): Promise<void> {
    if (this.#finalized) return this.#tellWhole('finalize() failed')
    const collector = this.#collector
    try {
      if (collector?.abandon && !(error instanceof ClosedPipe))
        this.#tellKept('the run broke off', await collector.abandon())
      await this.#transport.finalize?.()
    } catch (second) {
      if (second !== error) this.#tellLost(second)
    }
  }

  /** Where the process ends: nothing can be awaited any more. */
  #keepAtOnce(why: string): void {
    if (this.#finalized) return this.#tellWhole(why)
    try {
      const kept = this.#collector?.abandon?.()
      this.#tellKept(`the run broke off: ${why}`, typeof kept === 'string' ? kept : undefined)
    } catch (error) {
      this.#tellLost(error)
    }
  }

  #tellKept(what: string, where: string | void): void {
    const kept = where ? `kept ${where}` : 'kept'
    say(
      this.#hasDeclared
        ? `${what}: what was declared until then is ${kept}, but it is not all`
        : `${what} before anything was declared`,
    )
  }

  #tellWhole(what: string): void {
    if (!this.#isRevoked) say(`${what}, but only after all that was declared had been kept`)
  }

  #tellLost(error: unknown): void {
    const what = this.#hasDeclared ? 'what was declared could not be kept' : 'its end failed, too'
    say(this.#hide(`${what}: ${String(error)}`))
  }

  /** Also outside of a run, when somebody calls `extract` by hand. */
  #goesTo(): Collector {
    if (this.#finalized || (this.#hasRun && !this.#running)) {
      this.#revoke()
      throw new Error(
        'this is declared after the run has ended, and would be lost: await every promise in extract() (forEach does not wait; for … of and Promise.all do)',
      )
    }
    return (this.#collector ??= this.#given ?? chooseCollector(undefined, this))
  }

  /** What was finalized is not all, and the process did not do what it was to, whoever catches the error that says so. */
  #revoke(): void {
    if (this.#isRevoked || !this.#finalized) return
    this.#isRevoked = true
    if (!this.#given) failProcess()
    try {
      const where = this.#finalized.revoke?.()
      if (where) say(`what is ${where} is not all, and is marked so`)
    } catch (error) {
      say(this.#hide(`what was written is not all, and could not be marked so: ${String(error)}`))
    }
  }

  #tellEndpoints(): void {
    const used = this.#endpoints.used()
    if (this.#endpoints.areListed || used.length === 0) return
    say(`these endpoints were called; list them in endpoints and in Secoda's upload form:`)
    say(this.#hide(used.map((origin) => `  '${origin}',`).join('\n')))
  }

  readonly #hide = (text: string): string => this.#secrets.hide(text)

  /** Its name: never its credentials. */
  toString(): string {
    return `${this.constructor.name} { credentials: ${Object.keys(this.#credentials).join(', ')} }`
  }

  /** Its name, where it is printed. */
  [inspect.custom](): string {
    return this.toString()
  }
}
