// @vitest-environment jsdom
import { useEffect } from 'react'
import { signIn, signOut, useSession } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann, PASSWORD } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { networkError } from '../support/replies'
import { MINUTE, passTime, settle } from '../support/time'

// So that a loop ends in a failed test.
const MOST_RUNS = 20
let runs = 0

function Refresher() {
  const { update } = useSession()
  useEffect(() => {
    runs++
    if (runs < MOST_RUNS) void update({ run: runs })
  }, [update])
  return null
}

describeEachReactMode(({ isStrict }) => {
  test('runs an effect that depends on update once', async () => {
    runs = 0
    const server = startServer({ session: ann })
    renderApp({ session: ann }, <Refresher />)

    await passTime(MINUTE)

    // StrictMode runs every effect twice at the mount.
    expect(runs).toBe(isStrict ? 2 : 1)
    expect(server.count('POST /session')).toBe(runs)
  })

  test('never changes the identity of update', async () => {
    listenForNoise()
    const server = startServer({ session: ann })
    const app = renderApp()
    await settle()

    void app.last().update({ name: 'Anna' })
    await settle()
    server.answerOnce('GET /session', networkError)
    void app.last().update()
    await passTime(MINUTE)
    void signOut({ redirect: false })
    await settle()
    void signIn('credentials', { redirect: false, username: 'bob', password: PASSWORD })
    await settle()
    app.rerender({ refetchInterval: 30 })
    await settle()

    expect(new Set(app.renders.map(({ update }) => update)).size).toBe(1)
    expect(app.statuses()).toEqual(['loading', 'authenticated', 'unauthenticated', 'authenticated'])
  })
})
