import type { Environment } from 'sessionchart'
import { expect, test } from 'vitest'
import { json, SITE } from '../client/fake-auth'
import { ann } from '../client/sessions'
import { createTestClient } from '../client/test-client'

/** Signs out, where the server answers with the URL. */
async function leaveFor(url: string, environment: Partial<Environment> = {}) {
  const test = createTestClient({ session: ann(), environment })
  test.auth.answerAll('/signout', () => {
    test.auth.session = null
    return json({ url })
  })
  const outcome = await test.client.signOut().then(
    () => 'left',
    (error: { code: string }) => error.code,
  )
  return { ...test, outcome }
}

test.for([
  [`${SITE}/bye`, [`${SITE}/bye`]],
  ['https://elsewhere.example/bye', ['https://elsewhere.example/bye']],
  ['/bye', ['/bye']],
  ['bye?x=1', ['bye?x=1']],
  // A page that differs in its hash alone would only scroll: who is signed in has changed, so it loads again.
  [`${SITE}/page#top`, [`${SITE}/page#top`, 'reload']],
  ['#top', ['#top', 'reload']],
  ['/page#', ['/page#', 'reload']],
  ['/page?x=1#top', ['/page?x=1#top']],
  ['/other#top', ['/other#top']],
  ['https://elsewhere.example/page#top', ['https://elsewhere.example/page#top']],
  ['/bye%23top', ['/bye%23top']],
] as const)('goes to %s', async ([url, visited]) => {
  const { outcome, page } = await leaveFor(url)

  expect(outcome).toBe('left')
  expect(page.visited).toEqual(visited)
})

test('loads the page again when its own address has a hash', async () => {
  const { page } = await leaveFor(`${SITE}/page#new`, { href: () => `${SITE}/page#old` })

  expect(page.visited).toEqual([`${SITE}/page#new`, 'reload'])
})

// What a server, or whoever answers for it, could use to run a script in the page or to lead it astray.
const unsafe = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:http://localhost:3000/1',
  'file:///etc/passwd',
  'about:blank',
  'mailto:ann@example.com',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '\n//evil.example',
]

test.for(unsafe)('refuses %j as an answer of the server, and stays', async (url) => {
  const { auth, client, outcome, page } = await leaveFor(url)

  expect(outcome).toBe('redirect')
  await auth.settled()
  expect(page.visited).toEqual([])
  expect(client.getState().status).toBe('unauthenticated')
})

test.for(unsafe)('refuses %j as a wish of the app before it asks anybody', async (redirectTo) => {
  const { client, auth, page } = createTestClient({ session: ann() })

  await expect(client.signOut({ redirectTo })).rejects.toMatchObject({
    name: 'SessionError',
    code: 'redirect',
  })
  await expect(client.signIn('github', { callbackUrl: redirectTo })).rejects.toThrow(
    /^Refused to redirect to /,
  )
  const response = await client.signIn('credentials', { redirect: false, password: 'right', redirectTo })

  expect(response).toMatchObject({ ok: false, error: 'redirect', url: null })
  expect(auth.requests).toEqual([])
  expect(page.visited).toEqual([])
})

test.for([
  '/',
  '/next',
  'next',
  '?x=1',
  '#top',
  'https://elsewhere.example',
  'HTTPS://elsewhere.example',
  '',
])('takes %j as a wish of the app', async (redirectTo) => {
  const { client, auth } = createTestClient({ session: ann() })

  await client.signOut({ redirectTo })

  expect(new URLSearchParams(auth.requests[1]?.body).get('callbackUrl')).toBe(redirectTo)
})

test('takes the page itself as the target, whatever its address is', async () => {
  const href = 'capacitor://localhost/page'
  const { client, auth } = createTestClient({ session: ann(), environment: { href: () => href } })
  auth.answerAll('/signout', () => json({ url: '/bye' }))

  await client.signOut({ redirect: false })

  expect(new URLSearchParams(auth.requests[1]?.body).get('callbackUrl')).toBe(href)
})

test('goes to the page itself, whatever its address is', async () => {
  const here = 'capacitor://localhost/page'
  const { outcome, page } = await leaveFor(here, { href: () => here })

  expect(outcome).toBe('left')
  expect(page.visited).toEqual([here])
})

test('says so where there is no page to leave', async () => {
  const { outcome } = await leaveFor('/bye', { href: () => undefined })

  expect(outcome).toBe('redirect')
})
