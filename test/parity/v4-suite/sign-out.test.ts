// @vitest-environment jsdom
import { waitFor } from '@testing-library/react'
import { HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { click, shownResult } from './button'
import { answerPost, signedOut } from './mock-server'
import { describeSuite } from './suite'

const callbackUrl = 'https://redirects/to'

describeSuite('signOut', (suite) => {
  const signOut = (options?: object) => click(() => suite.library.signOut(options))
  const visits = (url: string) => waitFor(() => expect(suite.location.visited).toEqual([url]))

  test('goes to the current page when the server names none', async () => {
    answerPost('signout', () => HttpResponse.json({ ...signedOut, url: undefined }))

    await signOut()

    await visits(window.location.href)
  })

  test('goes where the server allows', async () => {
    await signOut({ callbackUrl })

    await visits(signedOut.url)
  })

  test('reloads when the hash of this page is the target', async () => {
    const url = `${window.location.href}#foo-bar-baz`
    answerPost('signout', () => HttpResponse.json({ ...signedOut, url }))

    await signOut()

    await visits(url)
    await waitFor(() => expect(suite.location.reloads).toBe(1))
  })

  test('gives the answer when told to stay', async () => {
    await signOut({ redirect: false })

    await waitFor(() => expect(JSON.parse(shownResult())).toEqual(signedOut))
    expect(suite.location.visited).toEqual([])
  })

  test('tells the other tabs', async () => {
    await signOut()

    await visits(signedOut.url)
    expect(suite.tabs.told.storage).toMatchObject([{ event: 'session', data: { trigger: 'signout' } }])
  })
})
