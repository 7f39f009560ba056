// @vitest-environment jsdom
import { waitFor } from '@testing-library/react'
import { HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { click, shownResult } from './button'
import { answerGet, answerPost, credentials, email, github } from './mock-server'
import { describeSuite } from './suite'

const callbackUrl = 'https://redirects/to'

describeSuite('signIn', (suite) => {
  const signIn = (provider: string, options: object = {}, params?: unknown) =>
    click(() => suite.library.signIn(provider, { redirect: true, ...options }, params))
  const visits = (...urls: string[]) => waitFor(() => expect(suite.location.visited).toEqual(urls))
  const signInPage = (target: string) => `/api/auth/signin?${new URLSearchParams({ callbackUrl: target })}`

  test.each([
    ['no', ''],
    ['an unknown', 'foo'],
  ])('goes to the sign-in page with %s provider', async (_kind, provider) => {
    await signIn(provider, { callbackUrl })

    await visits(signInPage(callbackUrl))
  })

  test.each([
    ['no', ''],
    ['an unknown', 'foo'],
  ])('names the page to come back to with %s provider', async (_kind, provider) => {
    await signIn(provider)

    await visits(signInPage(window.location.href))
  })

  test.each([
    ['email', email.url],
    ['credentials', credentials.url],
  ])('redirects with %s', async (provider, url) => {
    await signIn(provider)

    await visits(url)
  })

  test('redirects with an OAuth provider, even when told not to', async () => {
    await signIn('github', { callbackUrl, redirect: false })

    await visits(github.url)
  })

  test.each([
    ['credentials', credentials.url],
    ['email', email.url],
  ])('stays with %s when told to', async (provider, url) => {
    await signIn(provider, { callbackUrl, redirect: false })

    await waitFor(() =>
      expect(JSON.parse(shownResult())).toEqual({ error: null, status: 200, ok: true, url }),
    )
    expect(suite.location.visited).toEqual([])
  })

  test('gives the error of bad credentials', async () => {
    const url = 'https://path/to/error?error=CredentialsSignin'
    answerPost('callback/credentials', () => HttpResponse.json({ url }, { status: 401 }))

    await signIn('credentials', { callbackUrl, redirect: false })

    const failed = { error: 'CredentialsSignin', status: 401, ok: false, url: null }
    await waitFor(() => expect(JSON.parse(shownResult())).toEqual(failed))
    expect(suite.requests()).not.toContain('GET /api/auth/session')
  })

  test('reloads when the hash of this page is the target', async () => {
    const url = `${window.location.href}#foo-bar-baz`
    answerPost('signin/email', () => HttpResponse.json({ ...email, url }))

    await signIn('email', { callbackUrl: url })

    await visits(url)
    await waitFor(() => expect(suite.location.reloads).toBe(1))
  })

  test('reloads on the way to a hash elsewhere, unless it is ours, for which the browser loads anyway', async () => {
    const url = 'https://path/to/email/url#foo-bar-baz'
    answerPost('signin/email', () => HttpResponse.json({ ...email, url }))

    await signIn('email', { callbackUrl: url })

    await visits(url)
    await waitFor(() => expect(shownResult()).toBe('undefined'))
    expect(suite.location.reloads).toBe(suite.maker === 'ours' ? 0 : 1)
  })

  test('passes parameters on', async () => {
    let search = ''
    answerPost('signin/github', ({ request }) => {
      search = new URL(request.url).search
      return HttpResponse.json(github)
    })

    await signIn('github', {}, 'foo=bar&bar=foo')

    await visits(github.url)
    expect(search).toBe('?foo=bar&bar=foo')
  })

  test('goes to the error page when the providers cannot be read', async () => {
    answerGet('providers', () => HttpResponse.json('Error when retrieving providers', { status: 500 }))

    await signIn('github')

    await visits('/api/auth/error')
    expect(suite.logged).toHaveBeenCalledTimes(1)
  })
})
