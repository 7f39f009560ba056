// @vitest-environment jsdom
import { createSessionClient } from 'sessionchart'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readPages } from '../snippets/pages'
import { serveAuth } from './serve-auth'

/** What docs/security.md says is stored, and crosses tabs. */

const told: Array<[string, unknown]> = []
class Channel {
  constructor(readonly name: string) {}
  addEventListener() {}
  close() {}
  postMessage(message: unknown) {
    told.push([this.name, message])
  }
}

const page = readPages().find(({ path }) => path === 'docs/security.md')?.text ?? ''
const password = 'correct horse'

beforeEach(() => {
  told.length = 0
  localStorage.clear()
  vi.stubGlobal('BroadcastChannel', Channel)
})
afterEach(() => vi.unstubAllGlobals())

async function signInAndOut() {
  serveAuth({ users: [{ id: '1', name: 'Ann Archer', email: 'ann@example.com', password }] })
  const client = createSessionClient()
  client.start()
  const fields = { redirect: false, email: 'ann@example.com', password }
  expect(await client.signIn('credentials', fields)).toMatchObject({ ok: true })
  const state = JSON.stringify([client.getState(), client.actor.getSnapshot().context])
  await client.signOut({ redirect: false })
  client.stop()
  return state
}

test('the storage has what the page says, and nothing personal', async () => {
  await signInAndOut()

  const stored = Object.entries({ ...localStorage })
  expect(stored.map(([key]) => key).sort()).toEqual([
    'nextauth.message',
    'sessionchart:/api/auth',
    'sessionchart:/api/auth:open',
    'sessionchart:/api/auth:read',
  ])
  for (const [key] of stored) expect(page).toContain(`\`${key}\``)
  expect(JSON.parse(localStorage['sessionchart:/api/auth'])).toEqual({
    v: 1,
    epoch: expect.any(Number),
    out: expect.any(Number),
  })
  expect(localStorage['sessionchart:/api/auth:open']).toBe('0')
  expect(Number(localStorage['sessionchart:/api/auth:read'])).toBeGreaterThan(0)
  expect(JSON.stringify(stored)).not.toMatch(/archer|ann@|correct horse/i)
  expect(sessionStorage).toHaveLength(0)
})

test('the session crosses tabs on its own channel, and on that of next-auth only that something has changed', async () => {
  await signInAndOut()

  const of = (name: string) => told.filter(([channel]) => channel === name).map(([, message]) => message)
  expect(new Set(told.map(([channel]) => channel))).toEqual(new Set(['sessionchart:/api/auth', 'next-auth']))
  expect(JSON.stringify(of('sessionchart:/api/auth'))).toContain('Ann Archer')
  expect(of('next-auth')).toEqual([
    { event: 'session', data: { trigger: 'getSession' }, sessionchart: 'sessionchart:/api/auth' },
    { event: 'session', data: { trigger: 'signout' }, sessionchart: 'sessionchart:/api/auth' },
  ])
})

test('a password is neither in the state, nor in the chart, nor told to tabs', async () => {
  const state = await signInAndOut()

  expect(state).toContain('Ann Archer')
  expect(state + JSON.stringify(told)).not.toContain(password)
})
