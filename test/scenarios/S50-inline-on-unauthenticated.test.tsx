// @vitest-environment jsdom
import { getSession, signIn, signOut, useSession } from 'sessionchart/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { renderApp } from '../support/app'
import { hideTab, showTab } from '../support/browser'
import { startServer } from '../support/fake-server'
import { ann, PASSWORD } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { passTime, SECOND, settle } from '../support/time'

const called = vi.fn<(render: number) => void>()
let renders = 0

function MembersOnly() {
  const render = ++renders
  useSession({ required: true, onUnauthenticated: () => called(render) })
  return null
}

async function signInAgain() {
  void signIn('credentials', { redirect: false, username: 'ann', password: PASSWORD })
  await settle()
}

async function signOutAgain() {
  void signOut({ redirect: false })
  await settle()
}

describeEachReactMode(() => {
  beforeEach(() => {
    called.mockClear()
    renders = 0
  })

  test('calls back once for each sign-out, however often the app renders', async () => {
    startServer({ session: ann })
    const app = renderApp({ session: ann }, <MembersOnly />)
    expect(called).not.toHaveBeenCalled()

    for (let signOuts = 1; signOuts <= 3; signOuts++) {
      await signOutAgain()
      for (let count = 0; count < 5; count++) {
        app.rerender()
        await settle()
      }
      expect(called).toHaveBeenCalledTimes(signOuts)
      await signInAgain()
      expect(app.last().status).toBe('authenticated')
    }
  })

  test('calls back once when nobody is signed in at the start', async () => {
    startServer({ session: null })
    const app = renderApp({}, <MembersOnly />)
    await settle()
    app.rerender()
    await settle()

    expect(called).toHaveBeenCalledTimes(1)
  })

  test('does not call back again when the server says once more that nobody is signed in', async () => {
    const server = startServer({ session: null })
    renderApp({}, <MembersOnly />)
    await settle()

    for (let count = 0; count < 3; count++) {
      hideTab()
      showTab()
      await passTime(10 * SECOND)
      void getSession()
      await settle()
    }

    expect(server.count('GET /session')).toBeGreaterThanOrEqual(4)
    expect(called).toHaveBeenCalledTimes(1)
  })

  test('calls the callback of the latest render', async () => {
    startServer({ session: ann })
    const app = renderApp({ session: ann }, <MembersOnly />)
    app.rerender()
    app.rerender()
    const before = renders
    await signOutAgain()

    expect(called.mock.calls).toHaveLength(1)
    expect(called.mock.calls[0]?.[0]).toBeGreaterThanOrEqual(before - 1)
  })

  test('calls back once in each component that asks for it', async () => {
    startServer({ session: ann })
    renderApp(
      { session: ann },
      <>
        <MembersOnly />
        <MembersOnly />
      </>,
    )
    await signOutAgain()

    expect(called).toHaveBeenCalledTimes(2)
  })
})
