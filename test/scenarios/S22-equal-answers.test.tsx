// @vitest-environment jsdom
import { memo, useContext } from 'react'
import {
  getSession,
  getSessionClient,
  SessionContext,
  SignedIn,
  useSession,
  useSessionSelector,
  useSessionState,
} from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { expectOurs, isOurs, onlyOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { ann, copyOf } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { settle } from '../support/time'

const LATER = '2099-02-02T00:00:00.000Z'

let renders = 0
const ByHook = memo(() => {
  renders++
  return useSession().status
})
const ByContext = memo(() => {
  renders++
  return useContext(SessionContext)?.status
})
const ByState = memo(() => {
  renders++
  const { data, status } = useSessionState()
  return `${status} ${data?.user?.name}`
})
const BySelector = memo(() => {
  renders++
  return useSessionSelector(({ data }) => data?.user?.name)
})
const Inner = () => {
  renders++
  return null
}
const ByGuard = memo(() => (
  <SignedIn>
    <Inner />
  </SignedIn>
))
const consumers = (
  <>
    <ByHook />
    <ByContext />
    {isOurs && <ByState />}
    {isOurs && <BySelector />}
    {isOurs && <ByGuard />}
  </>
)

const deepAnn = { ...ann, user: { ...ann.user, teams: [{ name: 'red' }, { name: 'blue' }] } }
const reordered = {
  expires: ann.expires,
  user: { teams: deepAnn.user.teams, email: ann.user.email, name: 'Ann' },
}

describeEachReactMode(() => {
  test.each([
    { what: 'the same words', next: copyOf(deepAnn) },
    { what: 'the same words in another order', next: reordered },
    { what: 'another expires alone', next: { ...copyOf(deepAnn), expires: LATER } },
  ])('keeps the object and renders nobody for $what', async ({ next }) => {
    const server = startServer({ session: next })
    const app = renderApp({ session: deepAnn }, consumers)
    await settle()
    const before = renders

    for (let count = 0; count < 3; count++) {
      void getSession()
      await settle()
    }

    expect(server.count('GET /session')).toBeGreaterThanOrEqual(3)
    expect(renders - before).toBe(0)
    expect(app.last().data).toBe(deepAnn)
    expectOurs(server.count('GET /session')).toBe(3)
    await expectOurs(getSession()).resolves.toBe(deepAnn)
  })

  test('moves expiresAt live while data stays', async () => {
    onlyOurs('expiresAt')
    startServer({ session: { ...copyOf(ann), expires: LATER } })
    const app = renderApp({ session: ann })
    void getSession()
    await settle()

    expect(app.last().data).toBe(ann)
    expectOurs(app.last().state.expiresAt).toBe(Date.parse(LATER))
    expect(getSessionClient().getState().expiresAt).toBe(Date.parse(LATER))
  })

  test('renders for an answer that differs, and keeps the parts that do not', async () => {
    const server = startServer({ session: deepAnn })
    const app = renderApp({ session: deepAnn }, consumers)
    await settle()
    const before = renders

    const changed = { name: 'green' }
    server.session = {
      ...copyOf(deepAnn),
      user: { ...copyOf(deepAnn.user), teams: [{ name: 'red' }, changed] },
    }
    void getSession()
    await settle()

    expect(renders).toBeGreaterThan(before)
    expect(app.last().data).toEqual(server.session)
    const { user } = app.last().data as unknown as typeof deepAnn
    expectOurs(user.teams[0]).toBe(deepAnn.user.teams[0])
    expect(user.teams[1]).toEqual(changed)
  })
})
