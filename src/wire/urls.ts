import type { Environment } from '../environment'
import { SessionOptionError } from '../session-option-error'

const DEFAULT_PATH = '/api/auth'
const DEFAULT_ORIGIN = 'http://localhost:3000'

export interface UrlOptions {
  basePath?: string | undefined
  baseUrl?: string | undefined
}

interface ParsedUrl {
  origin: string
  path: string
}

/** Reads a URL the way next-auth does: `https` may be left out, and a bare host stands for the default path. */
function parseUrl(name: string, value: string | undefined): ParsedUrl | null {
  if (!value) return null
  let url: URL
  try {
    url = new URL(value.startsWith('http') ? value : `https://${value}`)
  } catch {
    throw new SessionOptionError(name, value, 'a URL')
  }
  const path = url.pathname.replace(/\/$/, '')
  return { origin: url.origin, path: path || DEFAULT_PATH }
}

const fromVariable = (environment: Environment, name: Parameters<Environment['variable']>[0]) =>
  parseUrl(name, environment.variable(name))

const withoutTrailingSlash = (path: string) => path.replace(/(.)\/+$/, '$1')

/** The path of the Auth.js endpoints as the page sees it, such as `/api/auth`. */
function basePathOf(options: UrlOptions, environment: Environment): string {
  if (options.basePath) return withoutTrailingSlash(options.basePath)
  return fromVariable(environment, 'NEXTAUTH_URL')?.path ?? DEFAULT_PATH
}

/** The origin and path at which a server reaches its own Auth.js endpoints. */
function serverUrlOf(options: UrlOptions, environment: Environment): ParsedUrl {
  const internal = fromVariable(environment, 'NEXTAUTH_URL_INTERNAL')
  const own = internal ?? fromVariable(environment, 'NEXTAUTH_URL')
  const origin = parseUrl('baseUrl', options.baseUrl) ?? own ?? fromVariable(environment, 'VERCEL_URL')
  return {
    origin: origin?.origin ?? DEFAULT_ORIGIN,
    path: options.basePath ? withoutTrailingSlash(options.basePath) : (own?.path ?? DEFAULT_PATH),
  }
}

/**
 * What the paths of the Auth.js endpoints are appended to: relative to the page where there is one, absolute
 * where there is none (a server, React Native).
 */
export function apiBaseOf(options: UrlOptions, environment: Environment): string {
  const basePath = basePathOf(options, environment)
  if (isAbsolute(basePath) || environment.href() !== undefined) return basePath
  const { origin, path } = serverUrlOf(options, environment)
  return origin + path
}

/** All of them by name. */
export function urlsOf(options: UrlOptions, environment: Environment) {
  const { origin: serverOrigin, path: serverPath } = serverUrlOf(options, environment)
  const own = parseUrl('baseUrl', options.baseUrl) ?? fromVariable(environment, 'NEXTAUTH_URL')
  return {
    origin: (own ?? fromVariable(environment, 'VERCEL_URL'))?.origin ?? DEFAULT_ORIGIN,
    basePath: basePathOf(options, environment),
    serverOrigin,
    serverPath,
  }
}

export const isAbsolute = (url: string) => /^https?:\/\//i.test(url)
