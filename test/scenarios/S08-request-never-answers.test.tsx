// @vitest-environment jsdom
import { getSession } from 'sessionchart/react'
import { expect, test, vi } from 'vitest'
import { renderApp } from '../support/app'
import { byNow } from '../support/by-now'
import { expectOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { type Reply, silence } from '../support/replies'
import { MINUTE, passTime, SECOND } from '../support/time'

const endlessBody: Reply = () => new Response(new ReadableStream({ start() {} }), { status: 200 })

const variants = [
  { what: 'no answer', reply: silence },
  { what: 'an answer whose body never ends', reply: endlessBody },
]

describeEachReactMode(() => {
  test.each(variants)('aborts the first read after $what and tries again', async ({ reply }) => {
    listenForNoise()
    const server = startServer({ session: ann })
    server.answerOnce('GET /session', reply)
    const app = renderApp()

    await passTime(15 * SECOND)
    expect(app.last().status).toBe('unauthenticated')
    expectOurs(app.last().state.error).toMatchObject({ code: 'timeout', url: '/api/auth/session' })
    expect(server.requests[0]?.isAborted).toBe(true)

    await passTime(SECOND)
    expect(server.count('GET /session')).toBe(2)
    expect(app.statuses()).toEqual(['loading', 'unauthenticated', 'authenticated'])
  })

  test.each(variants)(
    'aborts a refetch after $what, keeps the session and tries again',
    async ({ reply }) => {
      listenForNoise()
      const server = startServer({ session: ann })
      const app = renderApp({ session: ann })

      server.answerOnce('GET /session', reply)
      const result = getSession()
      await passTime(15 * SECOND)
      await expect(byNow(result)).resolves.toBeNull()
      expectOurs(app.last().state).toMatchObject({ error: { code: 'timeout' }, isStale: true })
      expect(server.requests[0]?.isAborted).toBe(true)

      await passTime(SECOND)
      expect(server.count('GET /session')).toBe(2)
      expectOurs(app.last().state).toMatchObject({ error: null, isFetching: false })
      expect(app.statuses()).toEqual(['authenticated'])
    },
  )

  test('ends a request whose fetch does not listen to its signal', async () => {
    listenForNoise()
    const fetch = vi.fn(() => new Promise<never>(() => {}))
    vi.stubGlobal('fetch', fetch)
    const app = renderApp()

    await passTime(15 * SECOND)
    expect(app.statuses()).toEqual(['loading', 'unauthenticated'])

    await passTime(SECOND)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  test('never loads again while nothing ever answers', async () => {
    listenForNoise()
    const server = startServer({ session: ann })
    server.answer('GET /session', silence)
    const app = renderApp()

    await passTime(5 * MINUTE)

    expect(app.statuses()).toEqual(['loading', 'unauthenticated'])
    const abandoned = server.requests.filter(({ isAborted }) => isAborted)
    expect(server.requests.length - abandoned.length).toBeLessThanOrEqual(1)
    expect(abandoned.length).toBeGreaterThanOrEqual(3)
  })
})
