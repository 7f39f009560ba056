// @vitest-environment jsdom
import { signIn } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann, PASSWORD } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { settle } from '../support/time'

const versions = ['v4', 'v5'] as const
const signInAs = (username: string) =>
  signIn('credentials', { redirect: false, username, password: PASSWORD })

describeEachReactMode(() => {
  test.each(versions)('updates with a fresh token when a %s server rejects the first', async (version) => {
    const noise = listenForNoise()
    const server = startServer({ session: ann, version })
    const app = renderApp({ session: ann })
    server.csrfRejections = 1

    const result = app.last().update({ name: 'Anna' })
    await settle()

    await expect(result).resolves.toMatchObject({ user: { name: 'Anna' } })
    expect(server.routes()).toEqual(['GET /csrf', 'POST /session', 'GET /csrf', 'POST /session'])
    expect(tokensOf(server.requests)).toEqual(['token-1', 'token-2'])
    expect(app.last().state.error).toBeNull()
    expect(noise).toEqual({ logged: [], thrown: [] })
  })

  test.each(versions)(
    'gives up an update when a %s server rejects two tokens, and still works',
    async (version) => {
      const noise = listenForNoise()
      const server = startServer({ session: ann, version })
      const app = renderApp({ session: ann })
      server.csrfRejections = 2

      const failed = app.last().update({ name: 'Anna' })
      await settle()
      await expect(failed).resolves.toBeNull()
      expect(server.count('POST /session')).toBe(2)
      expect(app.last().state.error).toMatchObject({
        name: 'SessionError',
        code: 'csrf',
        status: 400,
        url: '/api/auth/session',
      })
      expect(app.statuses()).toEqual(['authenticated'])
      expect(noise.thrown).toEqual([])

      const worked = app.last().update({ name: 'Anna' })
      await settle()
      await expect(worked).resolves.toMatchObject({ user: { name: 'Anna' } })
      expect(app.last().state.error).toBeNull()
    },
  )

  test.each(versions)('signs in with a fresh token when a %s server rejects the first', async (version) => {
    const server = startServer({ version })
    const app = renderApp({ session: null })
    server.csrfRejections = 1

    const result = signInAs('bob')
    await settle()

    await expect(result).resolves.toMatchObject({ ok: true, error: undefined, status: 200 })
    expect(tokensOf(server.requests)).toEqual(['token-1', 'token-2'])
    expect(app.last().data).toHaveProperty('user.name', 'bob')
  })

  test.each(versions)(
    'gives up a sign-in when a %s server rejects two tokens, and still works',
    async (version) => {
      const noise = listenForNoise()
      const server = startServer({ version })
      const app = renderApp({ session: null })
      server.csrfRejections = 2

      const failed = signInAs('bob')
      await settle()
      const { ok, result } = await failed
      expect(ok).toBe(false)
      expect(result).toMatchObject({ type: 'failed', error: { name: 'SessionError', code: 'csrf' } })
      expect(server.count('POST /callback/credentials')).toBe(2)
      expect(app.statuses()).toEqual(['unauthenticated'])
      expect(noise.thrown).toEqual([])

      const worked = signInAs('bob')
      await settle()
      await expect(worked).resolves.toMatchObject({ ok: true })
      expect(app.last().status).toBe('authenticated')
    },
  )
})

const tokensOf = (requests: Array<{ route: string; fields: Record<string, unknown> }>) =>
  requests.filter(({ route }) => route.startsWith('POST ')).map(({ fields }) => fields.csrfToken)
