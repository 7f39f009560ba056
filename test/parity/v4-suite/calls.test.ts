// @vitest-environment jsdom
import { waitFor } from '@testing-library/react'
import { HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { click, shownResult } from './button'
import { answerGet, csrf, providers, session } from './mock-server'
import { describeSuite, type Suite } from './suite'

const calls = [
  { call: 'getCsrfToken', path: 'csrf', answer: csrf.csrfToken },
  { call: 'getProviders', path: 'providers', answer: providers },
  { call: 'getSession', path: 'session', answer: session },
] as const

describeSuite('calls', (suite) => {
  test.each(calls)('$call gives what the server sends', async ({ call, path, answer }) => {
    await click(() => suite.library[call]())

    await waitFor(() => expect(shownResult()).toBe(JSON.stringify(answer)))
    expect(suite.requests()).toEqual([`GET /api/auth/${path}`])
  })

  test('getCsrfToken gives null when the server sends null', async () => {
    answerGet('csrf', () => HttpResponse.json({ ...csrf, csrfToken: null }))

    await click(() => suite.library.getCsrfToken())

    await waitFor(() => expect(shownResult()).toBe('null'))
  })

  test.each(calls)('$call logs once that the request failed', async ({ call, path }) => {
    answerGet(path)

    await click(() => suite.library[call]())

    await waitFor(() => expect(['null', 'undefined']).toContain(shownResult()))
    expect(suite.logged).toHaveBeenCalledTimes(1)
    expect(loggedUrl(suite)).toBe(`/api/auth/${path}`)
  })

  test('getSession tells the other tabs, unless it is ours, which tells of changes only', async () => {
    await click(() => suite.library.getSession())

    await waitFor(() => expect(shownResult()).toBe(JSON.stringify(session)))
    const told = { event: 'session', data: { trigger: 'getSession' } }
    expect(suite.tabs.told.storage).toEqual(suite.maker === 'ours' ? [] : [told])
  })
})

/** next-auth logs a code, a help page, a message and an object; we log an error. */
function loggedUrl({ maker, logged }: Suite): unknown {
  const [first, , , details] = logged.mock.calls[0] ?? []
  return maker === 'ours' ? first.url : details.url
}
