import { vi } from 'vitest'

/** Takes the network away, and says so as a browser does. */
export function goOffline(): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  window.dispatchEvent(new Event('offline'))
}

export function goOnline(): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true)
  window.dispatchEvent(new Event('online'))
}

export function hideTab(): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
}

export function showTab(): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
}

export interface FakeLocation {
  /** Where the page was told to go, in order. The page itself stays. */
  visited: string[]
  reloads: number
}

/** A `location` that writes down where it is sent, because jsdom cannot navigate. */
export function fakeLocation(href = 'http://localhost:3000/page'): FakeLocation {
  const seen: FakeLocation = { visited: [], reloads: 0 }
  vi.stubGlobal('location', {
    get href() {
      return href
    },
    set href(url: string) {
      seen.visited.push(url)
    },
    origin: new URL(href).origin,
    assign: (url: string) => seen.visited.push(url),
    replace: (url: string) => seen.visited.push(url),
    reload: () => {
      seen.reloads++
    },
  })
  return seen
}
