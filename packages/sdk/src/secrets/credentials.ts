/**
 * Credentials that are missing: which, and where they should come from.
 * @example
 * ```ts
 * try {
 *   fromEnv({ key: 'SHOP_KEY' })
 * } catch (error) {
 *   if (error instanceof CredentialsError) console.error(error.message)
 * }
 * ```
 */
export class CredentialsError extends Error {
  override readonly name = 'CredentialsError'
  readonly code = 'credentials'
  constructor(
    /** The keys, or the names of the environment's variables, that have no value. */
    readonly missing: readonly string[],
    readonly help: string,
  ) {
    const names = missing.map((name) => `'${name}'`).join(', ')
    super(`no value for the ${missing.length === 1 ? 'credential' : 'credentials'} ${names}; ${help}`)
  }
}

/**
 * Credentials out of the environment: `fromEnv({ email: 'EMAIL' })` is `{ email: process.env.EMAIL }`.
 * @returns one text a key. Throws CredentialsError, which names every variable that is not set or empty.
 * @example
 * ```ts
 * const { email } = fromEnv({ email: 'SHOP_EMAIL' })
 * ```
 */
export function fromEnv<const Key extends string>(
  variables: Readonly<Record<Key, string>>,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Record<Key, string> {
  const entries = Object.entries<string>(variables)
  const missing = entries.map(([, variable]) => variable).filter((variable) => !environment[variable])
  if (missing.length > 0)
    throw new CredentialsError(missing, 'set it in the environment, as in NAME=value before the command')
  return Object.fromEntries(entries.map(([key, variable]) => [key, environment[variable]])) as Record<
    Key,
    string
  >
}

/** Throws CredentialsError where a value is undefined or null, as `process.env.NAME` is where nobody set it. */
export function checkCredentials(credentials: unknown): void {
  if (typeof credentials !== 'object' || credentials === null)
    throw new CredentialsError(
      ['credentials'],
      'give the constructor { credentials: { … } }, or credentials: fromEnv({ email: "EMAIL" })',
    )
  const missing = Object.entries(credentials)
    .filter(([, value]) => value == null)
    .map(([key]) => key)
  if (missing.length > 0)
    throw new CredentialsError(missing, 'give it a value, or leave the key out where it may be missing')
}
