import { act, cleanup } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { createFakeAuth, type FakeAuth } from '../client/fake-auth'

/** The server of the test that runs. The page reaches it by the global `fetch`. */
export let auth: FakeAuth

const server = setupServer(
  http.all('*/auth/*', ({ request }) =>
    auth.respond(request).catch((thrown) => {
      // Nobody waits for the answer any more.
      if (request.signal.aborted) return HttpResponse.error()
      throw thrown
    }),
  ),
)

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  auth = createFakeAuth()
})
afterEach(async () => {
  cleanup()
  // What the components have left behind may still be on its way.
  await auth.settled()
})
afterAll(() => server.close())

/** No answer comes. */
export const unreachable = () => HttpResponse.error()

/** Waits until nothing is asked any more, and React has shown what came of it. */
export const settle = () => act(() => auth.settled())
