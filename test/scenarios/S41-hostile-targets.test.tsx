// @vitest-environment jsdom
import { signIn, signOut } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/app'
import { fakeLocation } from '../support/browser'
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
const harmlessTargets = ['/home', 'home?next=//x', 'https://app.example/home', '#top', '?tab=javascript:1']

describeEachReactMode(() => {
  test.each(notProviders)('treats signIn(%j) as an unknown provider', async (name) => {
    const location = fakeLocation()
    const server = startServer()
    renderApp({ session: null })

    const response = signIn(name, { redirect: false })
    await settle()
    await expect(response).resolves.toMatchObject({ ok: false, error: 'providers', url: null })
    expect(server.routes()).toEqual(['GET /providers'])
    expect(location.visited).toEqual([])

    const leaving = signIn(name, { redirectTo: '/home' })
    await settle()
    await expect(leaving).resolves.toBeUndefined()
    expect(server.routes()).toEqual(['GET /providers', 'GET /providers'])
    expect(location.visited).toEqual([`/api/auth/signin?${new URLSearchParams({ callbackUrl: '/home' })}`])
  })

  test.each(hostileTargets)('refuses to sign in and go to %j', async (redirectTo) => {
    const noise = listenForNoise()
    const location = fakeLocation()
    const server = startServer()
    renderApp({ session: null })
    const options = { redirectTo, username: 'bob', password: PASSWORD }

    const refusal = { name: 'SessionError', code: 'redirect', message: expect.stringContaining('Refused') }
    await expect(signIn('credentials', options)).rejects.toMatchObject(refusal)
    await expect(signIn('github', { redirectTo })).rejects.toMatchObject(refusal)
    const { ok, result } = await signIn('credentials', { ...options, redirect: false })
    expect(ok).toBe(false)
    expect(result).toMatchObject({ type: 'failed', error: refusal })
    expect(server.requests).toEqual([])
    expect(location.visited).toEqual([])
    expect(noise.thrown).toEqual([])
  })

  test.each(hostileTargets)('names the target %j in the error', async (redirectTo) => {
    startServer()
    renderApp({ session: null })

    const error = await signIn('github', { redirectTo }).catch((thrown: Error) => thrown)
    expect(error).toMatchObject({ message: expect.stringContaining(JSON.stringify(redirectTo)) })
  })

  test.each(hostileTargets)('refuses to sign out and go to %j', async (redirectTo) => {
    const location = fakeLocation()
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann })

    await expect(signOut({ redirectTo })).rejects.toMatchObject({ code: 'redirect' })
    expect(server.requests).toEqual([])
    expect(location.visited).toEqual([])
    expect(app.statuses()).toEqual(['authenticated'])
  })

  test.each(hostileTargets)('does not go where a server sends it, to %j', async (url) => {
    listenForNoise()
    const location = fakeLocation()
    const server = startServer()
    renderApp({ session: null })
    server.answer('POST /signin/github', json({ url }))

    const leaving = expect(signIn('github')).rejects.toMatchObject({ code: 'redirect' })
    await settle()
    await leaving
    expect(location.visited).toEqual([])
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
