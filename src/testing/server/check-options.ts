import { type Session, SessionOptionError } from 'sessionchart'
import type { AuthServerOptions } from './options'

/** @throws SessionOptionError naming the option and the value. */
export function checkOptions({ session = null, ...options }: AuthServerOptions): void {
  const { version = 'v5', basePath = '/api/auth', maxAge = 1, authorize, callbacks = {}, now } = options
  check('version', version, ['v5', 'v4'].includes(version), "'v5' or 'v4'")
  const isPath = /^(\/|https?:\/\/[^/]+\/)[^/]/.test(basePath)
  check('basePath', basePath, isPath, 'a path such as "/api/auth", or a URL with one')
  check('maxAge', maxAge, maxAge > 0 && Number.isFinite(maxAge), 'seconds, above 0')
  for (const [name, callback] of Object.entries({ authorize, now, ...prefixed(callbacks) })) {
    check(name, callback, callback === undefined || typeof callback === 'function', 'a function')
  }
  checkUsers(options.users ?? [])
  checkProviders(options.providers ?? [])
  checkSession(session)
}

/** @throws SessionOptionError for what no server would send. */
export function checkSession(session: Session | null): void {
  if (session === null) return
  check('session', session, typeof session === 'object' && !Array.isArray(session), 'an object or null')
  check('session', session, Object.keys(session).length > 0, 'null when nobody is signed in')
  try {
    JSON.stringify(session)
  } catch (error) {
    throw new SessionOptionError('session', session, `what JSON can hold (${(error as Error).message})`)
  }
}

function checkUsers(users: unknown): void {
  checkArray('users', users)
  for (const [index, user] of users.entries()) checkText(`users[${index}].password`, Object(user).password)
}

const types = ['credentials', 'oauth', 'oidc', 'email']

function checkProviders(providers: unknown): void {
  checkArray('providers', providers)
  for (const [index, provider] of providers.entries()) {
    const { id, type, authorization } = Object(provider) as Record<string, unknown>
    const name = `providers[${index}]`
    checkText(`${name}.id`, id)
    check(`${name}.type`, type, types.includes(String(type)), oneOf(types))
    check(
      `${name}.authorization`,
      authorization,
      authorization === undefined || isUrl(authorization),
      'a URL',
    )
  }
}

function check(option: string, value: unknown, isRight: boolean, expected: string): void {
  if (!isRight) throw new SessionOptionError(option, value, expected)
}

function checkArray(option: string, value: unknown): asserts value is unknown[] {
  check(option, value, Array.isArray(value), 'an array')
}

function checkText(option: string, value: unknown): void {
  check(option, value, typeof value === 'string' && value !== '', 'a string with something in it')
}

export const oneOf = (names: readonly string[]) => `one of ${names.map((name) => `'${name}'`).join(', ')}`

function isUrl(value: unknown): boolean {
  try {
    return new URL(String(value)).protocol.startsWith('http')
  } catch {
    return false
  }
}

const prefixed = (callbacks: object) =>
  Object.fromEntries(Object.entries(callbacks).map(([name, callback]) => [`callbacks.${name}`, callback]))
