import { vi } from 'vitest'

export interface FakeLocation {
  /** Every address that the page was sent to. It stays where it is all the same, as until a browser has an answer. */
  visited: string[]
  reloads: number
}

/** Puts a location in place of jsdom's, which cannot navigate: `window` is the global object here. */
export function stubLocation(href = 'http://localhost:3000/page'): FakeLocation {
  const seen: FakeLocation = { visited: [], reloads: 0 }
  const { origin, pathname, search, hash, host, protocol } = new URL(href)
  vi.stubGlobal('location', {
    ...{ origin, pathname, search, hash, host, protocol },
    get href() {
      return href
    },
    set href(url: string) {
      seen.visited.push(url)
    },
    reload() {
      seen.reloads += 1
    },
  })
  return seen
}
