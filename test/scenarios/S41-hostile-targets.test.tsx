// @vitest-environment jsdom
import { signIn, signOut } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { fakeLocation } from '../support/browser'
import { byNow } from '../support/by-now'
import { expectOurs, onlyOurs } from '../support/compared'
import { startServer } from '../support/fake-server'
import { listenForNoise } from '../support/noise'
import { ann, PASSWORD } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { json } from '../support/replies'
import { settle } from '../support/time'

const notProviders = ['constructor', '__proto__', 'toString', 'hasOwnProperty']

const hostileTargets = [
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  '//evil.example',
  '\\\\evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://evil.example/1',
]
// What Auth.js makes of a target that its `redirect` callback does not allow.
const OWN_PAGE = 'http://localhost:3000'
const harmlessTargets = ['/home', 'home?next=//x', 'https://app.example/home', '#top', '?tab=javascript:1']

describeEachReactMode(() => {
  test.each(notProviders)('treats signIn(%j) as an unknown provider', async (name) => {
    const location = fakeLocation()
    const server = startServer()
    renderApp({ session: null })

    const response = signIn(name, { redirect: false })
    response.catch(() => {})
    await settle()
    expect(server.routes()).toEqual(['GET /providers'])
    expect(location.visited).toEqual([])
    await expect(response).resolves.toMatchObject({ ok: false, url: null })
    await expectOurs(response).resolves.toMatchObject({ error: 'providers' })

    const leaving = signIn(name, { redirectTo: '/home' })
    await settle()
    await expect(leaving).resolves.toBeUndefined()
    expect(server.routes()).toEqual(['GET /providers', 'GET /providers'])
    expect(location.visited).toEqual([`/api/auth/signin?${new URLSearchParams({ callbackUrl: '/home' })}`])
  })

  test.each(hostileTargets)('does not go to %j after a sign-in', async (redirectTo) => {
    const noise = listenForNoise()
    const location = fakeLocation()
    const server = startServer()
    server.answer('POST /callback/credentials', json({ url: OWN_PAGE }))
    renderApp({ session: null })
    const options = { redirectTo, username: 'bob', password: PASSWORD }

    const refusal = { name: 'SessionError', code: 'redirect', message: expect.stringContaining('Refused') }
    const byPassword = signIn('credentials', options).catch((error: Error) => error)
    const byGithub = signIn('github', { redirectTo }).catch((error: Error) => error)
    const response = signIn('credentials', { ...options, redirect: false })
    await settle()

    expect(location.visited).not.toContain(redirectTo)
    expect(noise.thrown).toEqual([])
    expectOurs(await byPassword).toMatchObject(refusal)
    expectOurs(await byGithub).toMatchObject(refusal)
    expectOurs(await response).toMatchObject({ ok: false, result: { type: 'failed', error: refusal } })
    expectOurs(server.requests).toEqual([])
    expectOurs(location.visited).toEqual([])
  })

  test.each(hostileTargets)('names the target %j in the error', async (redirectTo) => {
    onlyOurs('such an error')
    startServer()
    renderApp({ session: null })

    const error = await signIn('github', { redirectTo }).catch((thrown: Error) => thrown)
    expect(error).toMatchObject({ message: expect.stringContaining(JSON.stringify(redirectTo)) })
  })

  test.each(hostileTargets)('does not go to %j after a sign-out', async (redirectTo) => {
    const location = fakeLocation()
    const server = startServer({ session: ann })
    server.answer('POST /signout', json({ url: OWN_PAGE }))
    const app = renderApp({ session: ann })

    const error = await byNow(signOut({ redirectTo }).catch((refusal: Error) => refusal))

    expect(location.visited).not.toContain(redirectTo)
    expectOurs(error).toMatchObject({ code: 'redirect' })
    expectOurs(server.requests).toEqual([])
    expectOurs(location.visited).toEqual([])
    expectOurs(app.statuses()).toEqual(['authenticated'])
  })

  test.each(hostileTargets)('does not go where a server sends it, to %j', async (url) => {
    listenForNoise()
    const location = fakeLocation()
    const server = startServer()
    renderApp({ session: null })
    server.answer('POST /signin/github', json({ url }))

    const error = await byNow(signIn('github').catch((refusal: Error) => refusal))

    expect(location.visited).toEqual([])
    expectOurs(error).toMatchObject({ code: 'redirect' })
  })

  test.each(harmlessTargets)('goes to %j', async (redirectTo) => {
    const location = fakeLocation()
    startServer()
    renderApp({ session: null })

    void signIn('credentials', { redirectTo, username: 'bob', password: PASSWORD })
    await settle()
    expect(location.visited).toEqual([redirectTo])
  })
})
