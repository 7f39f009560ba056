// @vitest-environment jsdom
import { signIn } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { expectOurs, onlyOurs } from '../support/compared'
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
    if (version === 'v4') onlyOurs('servers of v4')
    const noise = listenForNoise()
    const server = startServer({ session: ann, version })
    const app = renderApp({ session: ann })
    server.csrfRejections = 1

    const result = app.last().update({ name: 'Anna' })
    await settle()

    await expect(result).resolves.toMatchObject({ user: { name: 'Anna' } })
    expectOurs(server.routes()).toEqual(['GET /csrf', 'POST /session', 'GET /csrf', 'POST /session'])
    expect(tokensOf(server.requests)).toEqual(['token-1', 'token-2'])
    expectOurs(app.last().state.error).toBeNull()
    expect(noise.thrown).toEqual([])
    expectOurs(noise.logged).toEqual([])
  })

  test.each(versions)(
    'gives up an update when a %s server rejects two tokens, and still works',
    async (version) => {
      if (version === 'v4') onlyOurs('servers of v4')
      const noise = listenForNoise()
      const server = startServer({ session: ann, version })
      const app = renderApp({ session: ann })
      server.csrfRejections = 2

      const failed = app.last().update({ name: 'Anna' })
      await settle()
      await expect(failed).resolves.toBeNull()
      expectOurs(server.count('POST /session')).toBe(2)
      server.csrfRejections = 0
      expectOurs(app.last().state.error).toMatchObject({
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
      expectOurs(app.last().state.error).toBeNull()
    },
  )

  test.each(versions)('signs in with a fresh token when a %s server rejects the first', async (version) => {
    if (version === 'v4') onlyOurs('servers of v4')
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
      if (version === 'v4') onlyOurs('servers of v4')
      const noise = listenForNoise()
      const server = startServer({ version })
      const app = renderApp({ session: null })
      server.csrfRejections = 2

      const failed = signInAs('bob')
      await settle()
      const { ok, error, result } = await failed
      expect(error).toBeTruthy()
      expect(ok).toBe(false)
      expectOurs(result).toMatchObject({ type: 'failed', error: { name: 'SessionError', code: 'csrf' } })
      expectOurs(server.count('POST /callback/credentials')).toBe(2)
      server.csrfRejections = 0
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
