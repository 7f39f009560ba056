// @vitest-environment jsdom
import { useEffect, useRef } from 'react'
import { useSession } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { expectOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann, bob, type TestSession } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { json } from '../support/replies'
import { settle } from '../support/time'

const calls: Array<{ call: string; args: unknown[]; route: string }> = [
  { call: 'update()', args: [], route: 'GET /session' },
  { call: 'update(data)', args: [{ role: 'admin' }], route: 'POST /session' },
]
const sessions: Array<{
  call: string
  args: unknown[]
  route: string
  who: string
  after: TestSession | null
}> = calls.flatMap((call) => [
  { ...call, who: 'the session', after: bob },
  { ...call, who: 'null', after: null },
])

interface EagerProps {
  args: unknown[]
  onResult(result: Promise<unknown>): void
}

function Eager({ args, onResult }: EagerProps) {
  const { update } = useSession()
  const hasRun = useRef(false)
  useEffect(() => {
    if (hasRun.current) return
    hasRun.current = true
    onResult(update(...args))
  }, [update, args, onResult])
  return null
}

describeEachReactMode(() => {
  test.each(sessions)('waits with $call while loading and gives $who', async ({ args, route, after }) => {
    const server = startServer({ session: ann })
    const mount = server.hold('GET /session')
    const app = renderApp()
    await settle()

    server.answer(route, json(after))
    const result = app.last().update(...args)
    await settle()
    mount.answer(json(ann))
    await settle()

    await expect(result).resolves.toEqual(after)
    expect(server.routes().at(-1)).toBe(route)
    expect(app.last().status).toBe(after ? 'authenticated' : 'unauthenticated')
    expect(app.last().data).toEqual(after)
  })

  test.each(sessions)('sends $call while signed out and gives $who', async ({ args, route, after }) => {
    const server = startServer({ session: null })
    const app = renderApp({ session: null })

    server.answer(route, json(after))
    const result = app.last().update(...args)
    await settle()

    expect(server.count(route)).toBeGreaterThanOrEqual(1)
    await expect(result).resolves.toEqual(after)
    expectOurs(server.count(route)).toBe(1)
    expect(app.last().status).toBe(after ? 'authenticated' : 'unauthenticated')
  })

  test.each(calls)("sends $call from the first render's closure", async ({ args, route }) => {
    const server = startServer({ session: ann })
    const app = renderApp()
    const { update } = app.renders[0] as (typeof app.renders)[number]
    await settle()
    const before = server.count(route)

    const result = update(...args)
    await settle()

    await expect(result).resolves.toMatchObject({ user: { name: 'Ann' } })
    expect(server.count(route)).toBe(before + 1)
  })

  test.each(calls)("sends $call from a child's first effect", async ({ args, route }) => {
    const results: Array<Promise<unknown>> = []
    const server = startServer({ session: ann })
    const app = renderApp({}, <Eager args={args} onResult={(result) => results.push(result)} />)
    await settle()

    await expect(Promise.all(results)).resolves.toMatchObject([{ user: { name: 'Ann' } }])
    expect(app.statuses()).toEqual(['loading', 'authenticated'])
    expectOurs(server.count(route)).toBe(1)
  })

  test.each(calls)('gives null, not undefined, when $call fails while loading', async ({ args, route }) => {
    listenForNoise()
    const server = startServer({ session: ann })
    const mount = server.hold('GET /session')
    const app = renderApp()
    await settle()

    server.answerOnce(route, json({ message: 'Internal' }, 500))
    const result = app.last().update(...args)
    await settle()
    mount.answer(json(ann))
    await settle()

    await expect(result).resolves.toBeNull()
  })
})
