import { afterEach, beforeEach, expect, vi } from 'vitest'
import { fakeLocation } from '../support/browser'
import { watchForLeaks } from '../support/leaks'
import { listenForNoise } from '../support/noise'

/** Holds for every test of a file that the page is left alone: no request, timer, listener, channel, word or way off. */
export function expectQuietPage(): void {
  let touched: () => unknown[]

  beforeEach(() => {
    // As in test runners with globals: React complains of whatever moves outside of `act`.
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
    const requests: string[] = []
    vi.stubGlobal('fetch', async (url: string) => {
      requests.push(url)
      throw new TypeError('no network')
    })
    const location = fakeLocation()
    const noise = listenForNoise()
    const leaks = watchForLeaks()
    // React listens to the selection, from the first root of a document on.
    const left = () => leaks.left().filter((name) => !name.includes('selectionchange'))
    const stored = () => Object.keys(globalThis.localStorage)
    touched = () => [
      ...requests,
      ...location.visited,
      ...noise.logged,
      ...noise.thrown,
      ...left(),
      ...stored(),
      ...Array<string>(location.reloads).fill('reload'),
    ]
  })
  afterEach(() => expect(touched()).toEqual([]))
}
