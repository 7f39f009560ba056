// @vitest-environment jsdom
import { getSession } from 'sessionchart/react'
import { expect, test, vi } from 'vitest'
import { renderApp } from '../support/app'
import { expectOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { ann, bob } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { json } from '../support/replies'
import { MINUTE, passTime, settle } from '../support/time'

const isBob = ({ data }: { data: unknown }) => (data as typeof bob | null)?.user.name === 'Bob'

describeEachReactMode(() => {
  test('aborts the older read and keeps the newer answer', async () => {
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann })

    const older = server.hold('GET /session')
    const first = getSession()
    await settle()
    const newer = server.hold('GET /session')
    const second = getSession()
    await settle()
    server.session = bob
    newer.answer(json(bob))
    await settle()
    older.answer(json(ann))
    await settle()

    expect(app.renders.slice(app.renders.findIndex(isBob)).every(isBob)).toBe(true)
    expect(app.last().data).toEqual(bob)
    await expect(second).resolves.toEqual(bob)
    expectOurs(older.request?.isAborted).toBe(true)
    expectOurs(newer.request?.isAborted).toBe(false)
    await expectOurs(first).resolves.toEqual(bob)

    await passTime(MINUTE)
    expect(app.last().data).toEqual(bob)
    expectOurs(server.count('GET /session')).toBe(2)
  })

  test('keeps the newer answer although the older request cannot be aborted', async () => {
    const answers: Array<(session: unknown) => void> = []
    const fetch = vi.fn(() => {
      // Whoever asks later is told at once.
      if (answers.length === 2) return Promise.resolve(Response.json(bob))
      const answer = new Promise<unknown>((resolve) => answers.push(resolve))
      return answer.then((session) => Response.json(session))
    })
    vi.stubGlobal('fetch', fetch)
    const app = renderApp({ session: ann })

    const calls = [getSession()]
    await settle()
    calls.push(getSession())
    await settle()
    answers[1]?.(bob)
    await settle()
    answers[0]?.(ann)
    await settle()

    expect(answers).toHaveLength(2)
    expect(app.last().data).toEqual(bob)
    await expect(calls[1]).resolves.toEqual(bob)
    expectOurs(fetch).toHaveBeenCalledTimes(2)
    await expectOurs(calls[0]).resolves.toEqual(bob)
  })

  test('prefers the answer to a call over that of a poll that went out before', async () => {
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann, refetchInterval: 60 })

    const poll = server.hold('GET /session')
    await passTime(MINUTE)
    server.session = null
    const result = getSession()
    await settle()
    poll.answer(json(ann))
    await settle()

    await expect(result).resolves.toBeNull()
    expect(app.statuses()).toEqual(['authenticated', 'unauthenticated'])
    expectOurs(poll.request?.isAborted).toBe(true)
  })

  test('signs out by the newer answer although the older one still has the session', async () => {
    const server = startServer({ session: ann })
    const app = renderApp()

    const mount = server.hold('GET /session')
    await settle()
    server.session = null
    void getSession()
    await settle()
    mount.answer(json(ann))
    await settle()

    expect(app.statuses()).toEqual(['loading', 'unauthenticated'])
  })
})
