// @vitest-environment jsdom
import { Suspense } from 'react'
import { SessionProvider, useSuspenseSession } from 'sessionchart/react'
import { afterEach, expect, test } from 'vitest'
import { ann } from '../client/sessions'
import { dropComplaints } from '../react/complaints'
import { auth, settle } from '../react/served-auth'
import { hydrate, onServer } from './hydrate'
import { stream } from './stream'

type Seed = ReturnType<typeof ann> | null | undefined

// Here the server and the browser are one process, which React does not expect.
afterEach(() => dropComplaints('Detected multiple renderers concurrently rendering'))

function Show() {
  const { data, status } = useSuspenseSession()
  return <p>{`${status} ${data?.user?.name}`}</p>
}

const App = ({ session }: { session: Seed }) => (
  <main>
    <SessionProvider session={session}>
      <Suspense fallback="wait">
        <Show />
      </Suspense>
    </SessionProvider>
  </main>
)

const renderOnServer = (session: Seed) =>
  onServer(async () => {
    const { html, end, errors } = stream(<App session={session} />)
    await end
    return { html: html(), errors }
  })

test.each([
  ['somebody is', ann(), 'authenticated Ann'],
  ['nobody is', null, 'unauthenticated undefined'],
])('a server that knows that %s signed in renders it, and the browser agrees', async (_, session, text) => {
  const { html, errors } = await renderOnServer(session)
  expect(html).toContain(`<p>${text}</p>`)
  expect(errors).toEqual([])

  const page = await hydrate(html, <App session={session} />)
  await settle()
  expect(page.texts).toEqual([text])
  expect(page.recovered).toEqual([])
  expect(auth.count('/session')).toBe(0)
})

test('a server that does not know sends the fallback and says why, and the browser goes on', async () => {
  const { html, errors } = await renderOnServer(undefined)
  expect(html).toContain('wait')
  expect(html).not.toContain('<p>')
  expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining('`session`') })])

  const page = await hydrate(html, <App session={undefined} />)
  await settle()
  expect([...new Set(page.texts)]).toEqual(['wait', 'authenticated Ann'])
  // React says so once, with the words of the server.
  expect(page.recovered).toHaveLength(1)
  expect(auth.count('/session')).toBe(1)
})
