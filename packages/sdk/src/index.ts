export { DeclarationError } from './declare/declaration-error.ts'
export { externalColumn, externalTable, internalResource, tablesFromQuery } from './declare/identifiers.ts'
export type {
  ColumnParts,
  DeclaredLineage,
  ExternalColumn,
  ExternalTable,
  InternalResource,
  PrintedIdentifier,
  PrintedLineage,
  SourceIdentifier,
  TableParts,
  TablesFromQuery,
  TargetIdentifier,
} from './declare/identifier.ts'
export type { PrintedResource, Resource } from './declare/resource.ts'
export { printedForm } from './declare/printed-form.ts'
export type { HttpBodyOptions, HttpCall, HttpMethod, HttpOptions, Values } from './http/call.ts'
export { HttpError, type Fail, type HttpErrorCode } from './http/http-error.ts'
export type { PageOptions } from './http/pages.ts'
export type { RetryOptions } from './http/retry.ts'
export type { Transport, TransportOrFunction } from './http/transport.ts'
export { SecodaIntegration } from './integration/integration.ts'
export type { IntegrationOptions, StartOptions } from './integration/options.ts'
export type { Collector } from './output/collector.ts'
export { FileCollector } from './output/file-collector.ts'
export { MemoryCollector } from './output/memory-collector.ts'
export { PrintCollector } from './output/print-collector.ts'
export { CredentialsError, fromEnv } from './secrets/credentials.ts'
