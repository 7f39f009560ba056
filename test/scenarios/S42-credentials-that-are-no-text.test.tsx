// @vitest-environment jsdom
import { signIn } from 'sessionchart/react'
import { expect, test, vi } from 'vitest'
import { renderApp } from '../support/app'
import { onlyOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { PASSWORD } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { settle } from '../support/time'

const POST = 'POST /callback/credentials'
const credentials = { redirect: false as const, username: 'bob', password: PASSWORD }

const values = [
  { what: 'an object', value: { remember: true }, printed: 'an object' },
  { what: 'an array', value: ['a', 'b'], printed: 'an array' },
  { what: 'true', value: true, printed: 'true' },
  { what: 'false', value: false, printed: 'false' },
]

describeEachReactMode(() => {
  test('leaves out fields that are undefined', async () => {
    const server = startServer()
    renderApp({ session: null })

    const response = signIn('credentials', { ...credentials, totp: undefined })
    await settle()

    await expect(response).resolves.toMatchObject({ ok: true })
    const post = server.requests.find(({ route }) => route === POST)
    expect(post?.fields).toMatchObject({ username: 'bob', password: PASSWORD })
    expect(post?.fields).not.toHaveProperty('totp')
  })

  test.each(values)('refuses $what in development, and names field and value', async ({ value, printed }) => {
    // next-auth sends them as text here, too.
    onlyOurs('a check of credentials')
    const server = startServer()
    renderApp({ session: null })

    const error: unknown = await signIn('credentials', { ...credentials, extra: value }).catch(
      (e: unknown) => e,
    )

    expect(error).toBeInstanceOf(TypeError)
    expect(error).toMatchObject({ name: 'SessionOptionError' })
    const { message } = error as Error
    expect(message).toContain('"extra"')
    expect(message).toContain(printed)
    expect(message).toContain('must be a string')
    expect(server.requests).toEqual([])

    const after = signIn('credentials', credentials)
    await settle()
    await expect(after).resolves.toMatchObject({ ok: true })
  })

  test.each(values)('sends $what as text in production, as next-auth does', async ({ value }) => {
    vi.stubEnv('NODE_ENV', 'production')
    const server = startServer()
    renderApp({ session: null })

    const response = signIn('credentials', { ...credentials, extra: value })
    await settle()

    await expect(response).resolves.toMatchObject({ ok: true })
    expect(server.requests.find(({ route }) => route === POST)?.fields.extra).toBe(String(value))
  })
})
