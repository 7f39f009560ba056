import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allShow, prepareStage } from './stage'

const stage = prepareStage()

const lacks = {
  'no BroadcastChannel': () => Reflect.deleteProperty(window, 'BroadcastChannel'),
  'no locks': () => Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined }),
  'no storage': () =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The storage is blocked.', 'SecurityError')
      },
    }),
  'a full storage': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The storage is full.', 'QuotaExceededError')
    }
  },
  'locks that are refused': () => {
    LockManager.prototype.request = () => Promise.reject(new DOMException('No.', 'SecurityError'))
    LockManager.prototype.query = () => Promise.reject(new DOMException('No.', 'SecurityError'))
  },
}

test.for(Object.keys(lacks) as Array<keyof typeof lacks>)('%s: tabs work all the same', async (lack) => {
  await stage.context.addInitScript(lacks[lack])
  const [tab, other] = await stage.openMany(2, 'sessionchart')
  if (!tab || !other) throw new Error('There are two tabs.')
  await allShow([tab, other], 'unauthenticated')

  await tab.signIn('ann')
  await allShow([tab], 'authenticated Ann')
  await other.getSession()
  await allShow([other], 'authenticated Ann')
  await tab.signOut()
  await allShow([tab], 'unauthenticated')
  await other.getSession()
  await allShow([other], 'unauthenticated')

  expect([...tab.complaints, ...other.complaints]).toEqual([])
})

test('messages of strangers are ignored', async () => {
  await stage.signInUnseen()
  const tabs = await stage.openMany(2, 'sessionchart')
  await allShow(tabs, 'authenticated Ann')
  const field = fc.oneof(fc.anything({ withDate: true, withMap: true, withNullPrototype: false }), fc.nat())
  const almost = fc.record(
    {
      v: fc.oneof(fc.constant(1), field),
      kind: fc.oneof(fc.constantFrom('answered', 'began', 'ended', 'failed', 'asked'), field),
      from: fc.oneof(fc.constant('stranger'), field),
      epoch: fc.oneof(fc.constant(-1), field),
      stamp: field,
      session: field,
    },
    { requiredKeys: [] },
  )
  const messages = fc
    .sample(fc.oneof(fc.anything(), almost), { numRuns: 2_000, seed: 7 })
    // What the platform cannot send is not sent.
    .map((message) => JSON.parse(JSON.stringify(message ?? null) ?? 'null'))
    .filter((message) => !isWellFormed(message))

  await tabs[0]?.page.evaluate((sent) => {
    const channels = ['sessionchart:/api/auth', 'next-auth'].map((name) => new BroadcastChannel(name))
    for (const message of sent) channels[0]?.postMessage(message)
    for (const message of sent.filter((one) => Object(one).event === undefined)) {
      channels[1]?.postMessage(message)
    }
    for (const name of ['sessionchart:/api/auth', 'sessionchart:/api/auth:read', 'nextauth.message']) {
      for (const message of sent.slice(0, 200)) localStorage.setItem(name, JSON.stringify(message))
    }
  }, messages)

  await tabs[1]?.getSession()
  await allShow(tabs, 'authenticated Ann')
  await tabs[1]?.signOut()
  await allShow(tabs, 'unauthenticated')
  for (const { complaints } of tabs) expect(complaints).toEqual([])
})

test('a message that is played back does not sign anybody in', async () => {
  const [tab, other] = await stage.openMany(2, 'sessionchart')
  if (!tab || !other) throw new Error('There are two tabs.')
  await allShow([tab, other], 'unauthenticated')
  await other.page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    new BroadcastChannel('sessionchart:/api/auth').onmessage = ({ data }) => heard.push(data)
  })
  await tab.signIn('ann')
  await allShow([tab, other], 'authenticated Ann')
  await tab.signOut()
  await allShow([tab, other], 'unauthenticated')

  const count = await other.page.evaluate(() => {
    const { heard } = window as unknown as { heard: unknown[] }
    const channel = new BroadcastChannel('sessionchart:/api/auth')
    for (const message of [...heard, ...[...heard].reverse()]) channel.postMessage(message)
    return heard.length
  })

  expect(count).toBeGreaterThan(2)
  await tab.getSession()
  await allShow([tab, other], 'unauthenticated')
  const shown = await Promise.all([tab, other].map((one) => one.everShown()))
  for (const texts of shown) expect(texts.filter((text) => text.startsWith('authenticated'))).toHaveLength(1)
})

/** As one of ours would be. */
const isWellFormed = (message: unknown) => {
  const { v, kind, from, epoch } = Object(message)
  return v === 1 && typeof kind === 'string' && typeof from === 'string' && (kind === 'asked' || epoch >= 0)
}
