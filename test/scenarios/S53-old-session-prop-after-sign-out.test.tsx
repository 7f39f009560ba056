// @vitest-environment jsdom
import { signIn, signOut } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { expectOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { ann, bob, copyOf, PASSWORD } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { MINUTE, passTime, settle } from '../support/time'

const variants = [
  { what: 'the same object', old: ann },
  { what: 'an equal object', old: copyOf(ann) },
  {
    what: 'an equal object with another expires',
    old: { ...copyOf(ann), expires: '2099-03-03T00:00:00.000Z' },
  },
]

describeEachReactMode(() => {
  test.each(variants)('stays signed out when the parent renders again with $what', async ({ old }) => {
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann })
    void signOut({ redirect: false })
    await settle()
    expect(app.last().status).toBe('unauthenticated')

    for (let count = 0; count < 3; count++) {
      app.rerender({ session: old })
      await passTime(MINUTE)
    }

    expect(app.statuses()).toEqual(['authenticated', 'unauthenticated'])
    expect(app.last().data).toBeNull()
    expect(server.count('GET /session')).toBeLessThanOrEqual(1)
  })

  test.each(variants)(
    'stays signed out when Back brings $what after a page without a session',
    async ({ old }) => {
      const server = startServer({ session: ann })
      const app = renderApp({ session: ann })
      void signOut({ redirect: false })
      await settle()

      app.rerender({ session: null })
      await settle()
      const { renders } = app
      const afterRefresh = renders.length
      const readsBefore = server.count('GET /session')
      app.rerender({ session: old })
      await passTime(MINUTE)

      expect(renders.slice(afterRefresh).map(({ status }) => status)).not.toContain('authenticated')
      expect(app.last().data).toBeNull()
      expect(server.count('GET /session') - readsBefore).toBeLessThanOrEqual(1)
    },
  )

  test('stays signed out when the session had been read, and a cached page brings it as a prop', async () => {
    const server = startServer({ session: ann })
    const app = renderApp()
    await settle()
    void signOut({ redirect: false })
    await settle()
    const reads = server.count('GET /session')

    app.rerender({ session: copyOf(ann) })
    await passTime(MINUTE)

    expect(app.statuses()).toEqual(['loading', 'authenticated', 'unauthenticated'])
    expect(server.count('GET /session') - reads).toBeLessThanOrEqual(1)
  })

  test('keeps the user who has signed in since', async () => {
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann })
    void signOut({ redirect: false })
    await settle()
    void signIn('credentials', { redirect: false, username: 'Bob', password: PASSWORD })
    await settle()
    expect(app.last().data).toHaveProperty('user.name', 'Bob')

    app.rerender({ session: copyOf(ann) })
    await passTime(MINUTE)
    app.rerender({ session: null })
    await passTime(MINUTE)
    app.rerender({ session: copyOf(ann) })
    await passTime(MINUTE)

    const names = app.renders.map(({ data }) => data?.user?.name)
    expect(names.slice(names.indexOf('Bob'))).not.toContain('Ann')
    expect(app.last().data).toHaveProperty('user.name', 'Bob')
    expectOurs(server.count('GET /session')).toBeLessThanOrEqual(4)
  })

  test('shows a session that is new, such as that of another user', async () => {
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann })
    void signOut({ redirect: false })
    await settle()

    server.session = bob
    app.rerender({ session: bob })
    expect(app.last().data).toEqual(bob)
    expectOurs(app.last().data).toBe(bob)
    await settle()
    expect(app.last().data).toEqual(bob)
    expectOurs(server.count('GET /session')).toBe(1)
  })
})
