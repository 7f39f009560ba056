import { createAuthServer } from 'sessionchart/testing/server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ann } from '../../support/people'
import { BASE } from './ask'

/** Answers as the platform's own responses. */

const read = () => new Request(`${BASE}/session`)

/** No time passes but by hand, which rings the bell. Gives the timers that are set. */
function stopTimers() {
  const timers: Array<{ ring: () => void; milliseconds: number }> = []
  const later = setTimeout
  vi.stubGlobal('setTimeout', (ring: () => void, milliseconds: number) => {
    // The platform's own, for reading a body.
    if (milliseconds === 0) return later(ring)
    timers.push({ ring, milliseconds })
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  return timers
}

test('gives a response', async () => {
  const server = createAuthServer({ session: ann })

  const response = await server.fetch(read())

  expect([response?.status, response?.headers.get('content-type')]).toEqual([200, 'application/json'])
  expect(await response?.json()).toEqual(ann)
})

test('reads the body', async () => {
  const server = createAuthServer()
  const body = new URLSearchParams({ csrfToken: 'none' })

  const response = await server.fetch(new Request(`${BASE}/signout`, { method: 'post', body }))

  expect(response?.headers.get('location')).toBe(`${BASE}/signin?error=MissingCSRF`)
  expect(server.requests).toMatchObject([{ endpoint: 'signOut', body: { csrfToken: 'none' } }])
})

test('leaves a request to another server as it was', async () => {
  const server = createAuthServer()
  const request = new Request('https://site.example/api/cart', { method: 'POST', body: 'two apples' })

  expect(await server.fetch(request)).toBeUndefined()
  expect(await request.text()).toBe('two apples')
})

test.each(['network', 'answer-lost'] as const)('gives an error for what is lost: %s', async (failure) => {
  const server = createAuthServer()
  server.fail('session', failure)

  expect(await server.fetch(read())).toMatchObject({ type: 'error', status: 0 })
})

test('gives a response of a status without a body', async () => {
  const server = createAuthServer()
  server.fail('session', { status: 204 })

  expect(await server.fetch(read())).toMatchObject({ status: 204, body: null })
})

test('answers when the time is over', async () => {
  const timers = stopTimers()
  const server = createAuthServer()
  server.delay('session', 250)
  const arrived = vi.fn()
  const answering = server.fetch(read()).then(arrived)
  await expect.poll(() => timers).toMatchObject([{ milliseconds: 250 }])
  expect(arrived).not.toHaveBeenCalled()

  timers[0]?.ring()
  await answering

  expect(arrived).toHaveBeenCalledOnce()
})

test('never answers, and leaves no timer that a test would wait for', async () => {
  const timers = stopTimers()
  const server = createAuthServer()
  const [never, later] = [vi.fn(), vi.fn()]
  server.delay('session', 'infinite')
  void server.fetch(read()).then(never)
  await expect.poll(() => server.requests).toHaveLength(1)
  server.delay('session', 0)

  // It came later, and had as far to go.
  await server.fetch(read()).then(later)

  expect([never.mock.calls, later.mock.calls.length, timers]).toEqual([[], 1, []])
})
