// Sessions in any state in node:test, with a page and a test that never says `act`.
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { JSDOM } from 'jsdom'

const { window } = new JSDOM('<div></div>', { url: 'http://localhost/' })
for (const name of ['window', 'document', 'navigator', 'HTMLElement', 'HTMLIFrameElement', 'Node', 'Event']) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true })
}
globalThis.fetch = () => assert.fail('a request')

const React = await import('react')
const { createRoot } = await import('react-dom/client')
const { useSession } = await import('sessionchart/react')
const { createTestSession, pathsTo } = await import('sessionchart/testing')
const act = React.act ?? React.unstable_act
const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout')

function Page() {
  const { data, status } = useSession()
  return React.createElement('p', null, `${status} ${data?.user.name ?? 'nobody'}`)
}

beforeEach((context) => {
  for (const level of ['error', 'warn']) context.mock?.method(console, level, (word) => assert.fail(word))
})

test('shows what becomes of a session', async () => {
  const before = timers()
  const session = await createTestSession({ at: 'expiring' })
  const root = createRoot(document.body.firstChild)
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  await act(async () => root.render(React.createElement(session.Provider, null, React.createElement(Page))))
  assert.equal(document.body.textContent, 'authenticated Ann')

  await session.clock.tick('5m')
  assert.equal(document.body.textContent, 'unauthenticated nobody')

  await act(async () => root.unmount())
  assert.deepEqual(timers(), before)
})

for (const path of pathsTo('stale', { longest: 2 })) {
  test(path.description, async () => {
    const session = await path.start()
    await path.walk(session)
    assert.equal(session.state.isStale, true)
  })
}
