import { cleanup } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, describe, type Mock, vi } from 'vitest'
import { type FakeLocation, stubLocation } from '../harness/fake-location'
import { type FakeTabs, stubTabs } from '../harness/fake-tabs'
import { type Library, loadLibrary, type Maker } from '../harness/library'
import { server } from './mock-server'

/** What a test of the suite has at hand. */
export interface Suite {
  maker: Maker
  library: Library
  location: FakeLocation
  tabs: FakeTabs
  /** `GET /api/auth/session` and so on, in order, without the log beacon. */
  requests(): string[]
  /** What was logged as an error. */
  logged: Mock<typeof console.error>
}

/**
 * The cases of next-auth v4's own client tests. They run against next-auth, to see that they are told right, and
 * against `sessionchart/v4`.
 */
export function describeSuite(name: string, run: (suite: Suite) => void): void {
  describe.each(['next-auth', 'ours'] as const)(`${name} of %s`, (maker) => {
    const suite = { maker } as Suite

    beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
    afterAll(() => server.close())
    beforeEach(async () => {
      const seen: string[] = []
      server.events.on('request:start', ({ request }) => {
        const { pathname } = new URL(request.url)
        if (!pathname.endsWith('/_log')) seen.push(`${request.method} ${pathname}`)
      })
      suite.requests = () => seen
      suite.logged = vi.fn<typeof console.error>()
      vi.spyOn(console, 'error').mockImplementation(suite.logged)
      suite.location = stubLocation()
      suite.tabs = stubTabs()
      suite.library = await loadLibrary(maker, 'v4')
    })
    afterEach(() => {
      cleanup()
      server.events.removeAllListeners()
      server.resetHandlers()
      vi.useRealTimers()
      vi.unstubAllGlobals()
    })

    run(suite)
  })
}
