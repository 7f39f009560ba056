import { CookieJar } from 'tough-cookie'

export type BrowserFetch = typeof fetch & {
  clearCookies(): void
  /** Name and value of every cookie the server would be sent. */
  cookies(): Record<string, string>
}

// Taken at import: tests put what is made here in place of the global one.
const nodeFetch = globalThis.fetch
const redirectStatuses = [301, 302, 303, 307, 308]
const redirectLimit = 20

/**
 * A `fetch` that is one browser profile on a page of the server: relative addresses work, cookies are kept and sent,
 * through redirects too.
 */
export function createBrowserFetch(serverUrl: string): BrowserFetch {
  const jar = new CookieJar()

  async function send(url: URL, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    const cookie = jar.getCookieStringSync(url.href)
    if (cookie) headers.set('cookie', cookie)
    const response = await nodeFetch(url.href, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) jar.setCookieSync(line, url.href)
    return response
  }

  async function browserFetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    if (input instanceof Request)
      throw new TypeError('Give an address: Request objects are not followed here')
    let url = new URL(input, serverUrl)
    let response = await send(url, init)
    if (init.redirect === 'manual') return response

    for (let count = 0; redirectStatuses.includes(response.status); count += 1) {
      if (count === redirectLimit || init.redirect === 'error') throw new TypeError('fetch failed')
      url = new URL(response.headers.get('location') ?? '', url)
      response = await send(url, response.status < 307 ? asGet(init) : init)
      Object.defineProperty(response, 'redirected', { value: true })
    }
    return response
  }

  return Object.assign(browserFetch, {
    clearCookies: () => jar.removeAllCookiesSync(),
    cookies: () =>
      Object.fromEntries(jar.getCookiesSync(serverUrl).map((cookie) => [cookie.key, cookie.value])),
  })
}

function asGet(init: RequestInit): RequestInit {
  const headers = new Headers(init.headers)
  headers.delete('content-type')
  return { ...init, method: 'GET', body: undefined, headers }
}
