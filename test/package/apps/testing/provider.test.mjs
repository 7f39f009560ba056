// The test provider in node:test, with a page and nobody who takes the components away again.
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { JSDOM } from 'jsdom'

const { window } = new JSDOM('', { url: 'http://localhost/' })
for (const name of ['window', 'document', 'navigator', 'HTMLElement', 'HTMLIFrameElement', 'Node', 'Event']) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true })
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true
globalThis.fetch = () => assert.fail('a request')

const React = await import('react')
const { createRoot } = await import('react-dom/client')
const { getSession, getSessionClient, signOut, useSession } = await import('sessionchart/react')
const { TestSessionProvider } = await import('sessionchart/testing')
const act = React.act ?? React.unstable_act
const ada = { user: { name: 'Ada' }, expires: '1' }

function Page() {
  const { data, status } = useSession({ required: true })
  return React.createElement('p', null, `${status} ${data?.user.name ?? 'nobody'}`)
}
let show
const text = () => document.body.textContent
const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout')

beforeEach((context) => {
  for (const level of ['error', 'warn']) context.mock?.method(console, level, (word) => assert.fail(word))
  document.body.innerHTML = '<div></div>'
  const root = createRoot(document.body.firstChild)
  show = (props) =>
    act(async () => {
      const app = React.createElement(TestSessionProvider, props, React.createElement(Page))
      root.render(React.createElement(React.StrictMode, null, app))
    })
})

test('shows what the props say', async () => {
  await show({ session: ada })
  assert.equal(text(), 'authenticated Ada')
  assert.equal(await getSession(), ada)

  await show({ session: null })
  assert.equal(text(), 'loading nobody')
  assert.equal(getSessionClient().getState().status, 'unauthenticated')
})

test('signs out', async () => {
  await show({ session: ada })

  await act(() => signOut())

  assert.equal(getSessionClient().getState().status, 'unauthenticated')
})

test('leaves no timer, though nobody answers', async () => {
  const before = timers()
  await show({ status: 'loading' })
  getSession()
  await new Promise(setImmediate)

  assert.deepEqual(timers(), before)
  assert.equal(text(), 'loading nobody')
})
