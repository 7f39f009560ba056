import type { BaseEnvironment } from '../environment'
import { SessionOptionError } from '../session-option-error'

const DEFAULT_PATH = '/api/auth'
const DEFAULT_ORIGIN = 'http://localhost:3000'

export interface UrlOptions {
  basePath?: string | undefined
  baseUrl?: string | undefined
}

/** Where the Auth.js endpoints are. */
export interface SessionUrls {
  /** The origin that the app is known by. */
  origin: string
  /** What the page appends `/session` and the like to: a path, or an absolute URL. */
  basePath: string
  /** The same for a server. */
  serverOrigin: string
  serverPath: string
}

/**
 * Finds the endpoints from the options and, as next-auth does, from the environment variables.
 *
 * @throws SessionOptionError naming the option or variable that is no URL.
 */
export function urlsOf({ basePath, baseUrl }: UrlOptions, environment: BaseEnvironment): SessionUrls {
  const read = (name: Parameters<BaseEnvironment['variable']>[0]) =>
    parseUrl(name, environment.variable(name))
  const given = parseUrl('baseUrl', baseUrl)
  const own = read('NEXTAUTH_URL')
  const internal = read('NEXTAUTH_URL_INTERNAL') ?? own
  const vercel = read('VERCEL_URL')
  // The path `/` is the root of the site; none at all is the default.
  const path = basePath ? basePath.replace(/\/+$/, '') : undefined
  return {
    origin: (given ?? own ?? vercel)?.origin ?? DEFAULT_ORIGIN,
    basePath: path ?? own?.path ?? DEFAULT_PATH,
    serverOrigin: (given ?? internal ?? vercel)?.origin ?? DEFAULT_ORIGIN,
    serverPath: path ?? internal?.path ?? DEFAULT_PATH,
  }
}

/**
 * What the paths of the Auth.js endpoints are appended to: relative to the page where there is one, absolute
 * where there is none (a server, React Native).
 */
export function apiBaseOf(options: UrlOptions, environment: BaseEnvironment): string {
  // The page has the origin: next-auth does not look at `baseUrl` there, whatever it says.
  if (environment.href() !== undefined) return urlsOf({ basePath: options.basePath }, environment).basePath
  const { basePath, serverOrigin, serverPath } = urlsOf(options, environment)
  return /^https?:/.test(basePath) ? basePath : serverOrigin + serverPath
}

/** Reads a URL the way next-auth does: `https` may be left out, and a bare host stands for the default path. */
function parseUrl(name: string, value: string | undefined): { origin: string; path: string } | null {
  if (!value) return null
  try {
    const { origin, pathname } = new URL(value.startsWith('http') ? value : `https://${value}`)
    return { origin, path: pathname.replace(/\/$/, '') || DEFAULT_PATH }
  } catch {
    throw new SessionOptionError(name, value, 'a URL')
  }
}
