// @vitest-environment jsdom
import { act, render } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { createSessionClient } from 'sessionchart'
import { SessionProvider, useSession } from 'sessionchart/react'
import { afterEach, expect, test, vi } from 'vitest'
import { ann, bob } from '../client/sessions'
import { dropComplaints } from '../react/complaints'
import { auth } from '../react/served-auth'
import { hydrate, onServer } from './hydrate'

// Of a module that has hydrated nothing before: there is one test in this file.

afterEach(() => {
  // React is the one for development here, and `useSession` that for production.
  dropComplaints('React has detected a change in the order of Hooks')
  vi.unstubAllEnvs()
})

const client = createSessionClient({ session: ann() })
const User = () => <b>{useSession().data?.user?.name ?? 'nobody'}</b>
const Island = () => (
  <SessionProvider client={client}>
    <User />
  </SessionProvider>
)

test('what was rendered before another part of the page is hydrated goes on, in production', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const html = await onServer(() => renderToString(<Island />))
  const { container } = render(<Island />)

  const page = await hydrate(html, <Island />)
  auth.session = bob()
  await act(() => client.refetch())

  expect([container, page.container].map((part) => part.textContent)).toEqual(['Bob', 'Bob'])
  expect(page.recovered).toEqual([])
})
