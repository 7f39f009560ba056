import { expect, test } from 'vitest'
import type { FakePage } from './fake-page'
import { ann } from './sessions'
import { createTestClient } from './test-client'

// Nobody waits for these reads: whatever changes the session goes before them.
const reasons: Array<[string, (page: FakePage) => void]> = [
  [
    'focus',
    (page) => {
      page.turn('hidden')
      page.turn('visible')
    },
  ],
  [
    'reconnect',
    (page) => {
      page.goOffline()
      page.goOnline()
    },
  ],
  ['a change in another tab', (page) => page.hear({ event: 'session', data: { trigger: 'getSession' } })],
]

test.for(reasons)('%s does not disturb an update that is out', async ([, happens]) => {
  const { client, auth, page, asked } = createTestClient({ session: ann() })
  client.start()
  await auth.settled()
  const answer = auth.hold('/csrf')
  const updated = client.update({ theme: 'dark' })
  await auth.settled(1)

  happens(page)
  await auth.settled(1)
  expect(asked()).toEqual(['GET /csrf'])
  answer()

  expect(await updated).toMatchObject({ theme: 'dark' })
  expect(asked().slice(0, 2)).toEqual(['GET /csrf', 'POST /session'])
})

test.for(reasons)('%s does not disturb a sign-in that runs', async ([, happens]) => {
  const { client, auth, page, asked } = createTestClient({ session: null })
  auth.session = null
  client.start()
  await auth.settled()
  const answer = auth.hold('/csrf')
  const signedIn = client.signIn('credentials', { redirect: false, password: 'right' })
  await expect.poll(() => auth.count('/csrf')).toBe(1)

  happens(page)
  await auth.settled(1)
  expect(asked()).toEqual(['GET /providers', 'GET /csrf'])
  answer()

  expect(await signedIn).toMatchObject({ ok: true, error: undefined })
  expect(client.getState().status).toBe('authenticated')
})

test.for(reasons)('%s does not disturb a sign-out that runs', async ([, happens]) => {
  const { client, auth, page, asked } = createTestClient({ session: ann() })
  client.start()
  await auth.settled()
  const answer = auth.hold('/signout')
  const signedOut = client.signOut({ redirect: false })
  await expect.poll(() => auth.count('/signout')).toBe(1)

  happens(page)
  await auth.settled(1)
  expect(asked()).toEqual(['GET /csrf', 'POST /signout'])
  answer()

  expect(await signedOut).toMatchObject({ result: { type: 'signed-out' } })
  expect(client.getState().status).toBe('unauthenticated')
})

test.for(reasons)('%s does nothing while the page is being left', async ([, happens]) => {
  const { client, auth, page, asked } = createTestClient({ session: ann() })
  client.start()
  await auth.settled()
  await client.signOut()
  expect(page.visited).toHaveLength(1)

  happens(page)
  await auth.settled()

  expect(asked()).toEqual(['GET /csrf', 'POST /signout'])
  expect(client.getState().status).toBe('authenticated')
})
