// Renders provider and hook in a page: on the server, hydrated, and from nothing; prints what came of it.
import { JSDOM } from 'jsdom'

const session = { user: { name: 'Ada' }, expires: '2999-01-01T00:00:00.000Z' }
const requests = []
const said = []
for (const level of ['error', 'warn']) console[level] = (...words) => said.push(words.join(' '))
globalThis.fetch = async (url) => {
  requests.push(String(url))
  return Response.json(session)
}

const React = await import('react')
const { renderToString } = await import('react-dom/server')
const { SessionProvider, useSession, useSuspenseSession } = await import('sessionchart/react')

function Page() {
  const { data, status } = useSession()
  return React.createElement('p', null, `${status} ${data?.user.name ?? 'nobody'}`)
}
const app = (props) =>
  React.createElement(
    React.StrictMode,
    null,
    React.createElement(SessionProvider, props, React.createElement(Page)),
  )
function Patient() {
  return React.createElement('p', null, `patient: ${useSuspenseSession().data?.user.name}`)
}
const patient = () =>
  React.createElement(
    SessionProvider,
    null,
    React.createElement(React.Suspense, null, React.createElement(Patient)),
  )
const markup = renderToString(app({ session }))

const { window } = new JSDOM('<div id="made"></div><div id="waiting"></div><div id="hydrated"></div>', {
  url: 'http://localhost/',
})
for (const name of ['window', 'document', 'navigator', 'HTMLElement', 'HTMLIFrameElement', 'Node', 'Event']) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true })
}
const { createRoot, hydrateRoot } = await import('react-dom/client')
const waiting = document.getElementById('waiting')
const made = document.getElementById('made')
const hydrated = document.getElementById('hydrated')
const text = async (element, wanted) => {
  for (let tries = 0; tries < 200 && element.textContent !== wanted; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return element.textContent
}

hydrated.innerHTML = markup
const roots = [hydrateRoot(hydrated, app({ session }))]
const afterHydration = await text(hydrated, 'authenticated Ada')
const readsOfHydration = requests.length
roots.push(createRoot(made))
roots[1].render(app({}))
const fromNothing = await text(made, 'authenticated Ada')
roots.push(createRoot(waiting))
roots[2].render(patient())
const suspended = await text(waiting, 'patient: Ada')
for (const root of roots) root.unmount()

console.log(
  JSON.stringify({
    version: React.version,
    markup,
    afterHydration,
    readsOfHydration,
    fromNothing,
    suspended,
    reads: requests.length,
    said,
  }),
)
