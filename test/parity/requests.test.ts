// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { withoutMarkers } from './harness/compare'
import { ann, type SeenRequest } from './harness/fake-server'
import type { Maker, Version } from './harness/library'
import { Page } from './harness/page'
import { get, postForm, postUpdate } from './harness/requests'

/** The requests, written out: the comparisons would not notice if next-auth itself came to send others. */

interface Row {
  name: string
  call(page: Page): unknown
  v5: SeenRequest[]
  v4: SeenRequest[]
}
const before = [get('providers'), get('csrf')]
const password = { username: 'ann', password: 'secret' }

const rows: Row[] = [
  {
    name: 'getSession',
    call: ({ library }) => library.getSession(),
    v5: [get('session')],
    v4: [get('session')],
  },
  {
    name: 'getCsrfToken',
    call: ({ library }) => library.getCsrfToken(),
    v5: [get('csrf')],
    v4: [get('csrf')],
  },
  {
    name: 'getProviders',
    call: ({ library }) => library.getProviders(),
    v5: [get('providers')],
    v4: [get('providers')],
  },
  {
    name: 'update with data',
    call: ({ current }) => current.update({ name: 'Anna' }),
    v5: [get('csrf'), postUpdate({ data: { name: 'Anna' } })],
    v4: [get('csrf'), postUpdate({ data: { name: 'Anna' } })],
  },
  {
    name: 'update with null',
    call: ({ current }) => current.update(null),
    v5: [get('csrf'), postUpdate({ data: null })],
    v4: [get('csrf'), postUpdate({ data: null })],
  },
  {
    name: 'update without data',
    call: ({ current }) => current.update(),
    v5: [get('session')],
    v4: [get('csrf'), postUpdate({})],
  },
  {
    name: 'signIn with credentials',
    call: ({ library }) =>
      library.signIn('credentials', { ...password, redirect: true, callbackUrl: '/after' }),
    v5: [...before, postForm('callback/credentials?', { ...password, callbackUrl: '/after' })],
    v4: [
      ...before,
      postForm('callback/credentials', { ...password, redirect: 'true', callbackUrl: '/after' }),
    ],
  },
  {
    name: 'signIn with credentials, staying',
    call: ({ library }) => library.signIn('credentials', { ...password, redirect: false }),
    v5: [...before, postForm('callback/credentials?', password), get('session')],
    v4: [...before, postForm('callback/credentials', { ...password, redirect: 'false' }), get('session')],
  },
  {
    name: 'signIn with parameters',
    call: ({ library }) => library.signIn('github', { redirectTo: '/after' }, { login: 'ann' }),
    v5: [...before, postForm('signin/github?login=ann', { callbackUrl: '/after' })],
    v4: [...before, postForm('signin/github?login=ann', { redirectTo: '/after' })],
  },
  {
    name: 'signOut',
    call: ({ library }) => library.signOut({ callbackUrl: '/after' }),
    v5: [get('csrf'), postForm('signout', { callbackUrl: '/after' })],
    v4: [get('csrf'), postForm('signout', { callbackUrl: '/after' })],
  },
]

async function requestsOf(maker: Maker, version: Version, call: Row['call']) {
  const page = await Page.open(maker, version)
  try {
    await page.mount({ session: ann })
    await page.run(() => call(page))
    return page.server.requests
  } finally {
    page.close()
  }
}

describe.each(['next-auth', 'ours'] as const)('%s', (maker) => {
  test.each(rows)('$name sends the requests of v5', async ({ call, v5 }) => {
    expect((await requestsOf(maker, 'v5', call)).map(withoutMarkers)).toEqual(v5)
  })

  test.each(rows)('$name sends the requests of v4', async ({ call, v4 }) => {
    expect((await requestsOf(maker, 'v4', call)).map(withoutMarkers)).toEqual(v4)
  })
})

describe.each(['v5', 'v4'] as const)('the only addition to %s', (version) => {
  test.each(['signIn', 'signOut'] as const)('is what either server wants of a %s', async (call) => {
    const requests = await requestsOf('ours', version, ({ library }) => library[call]('credentials' as never))

    expect(requests.at(-1)).toMatchObject({
      headers: { 'x-auth-return-redirect': '1' },
      body: { json: 'true' },
    })
    for (const request of requests.slice(0, -1)) expect(request).toEqual(withoutMarkers(request))
  })
})
