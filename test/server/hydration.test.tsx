// @vitest-environment jsdom

import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import {
  SessionLoading,
  SessionProvider,
  type SessionProviderProps,
  SignedIn,
  SignedOut,
  useSession,
  useSessionSelector,
  useSessionState,
  useSignIn,
  useSignOut,
} from 'sessionchart/react'
import { describe, expect, test } from 'vitest'
import { createFakePage } from '../client/fake-page'
import { ann, bob } from '../client/sessions'
import '../react/complaints'
import { auth, settle } from '../react/served-auth'
import { hydrate, onServer } from './hydrate'

function Everything() {
  const { data, status } = useSession()
  const { cause, isFetching, expiresAt } = useSessionState()
  const email = useSessionSelector((state) => state.data?.user?.email)
  const { progress } = useSignIn()
  const { isPending } = useSignOut()
  return (
    <div>
      {`${status} ${data?.user?.name} ${email} ${cause.type} ${isFetching} ${expiresAt} ${progress} ${isPending} `}
      <SignedIn>in</SignedIn>
      <SignedOut>out</SignedOut>
      <SessionLoading>loading</SessionLoading>
    </div>
  )
}

const App = (props: Partial<SessionProviderProps>) => (
  <SessionProvider {...props}>
    <Everything />
  </SessionProvider>
)

const modes = [
  ['in StrictMode', (props: Partial<SessionProviderProps>) => <StrictMode>{App(props)}</StrictMode>],
  ['without StrictMode', App],
] as const

describe.each(modes)('%s', (_, page) => {
  const load = async (server: Partial<SessionProviderProps>, browser = server) => {
    const html = await onServer(() => renderToString(page(server)))
    return hydrate(html, page(browser))
  }

  test.for([
    ['somebody', ann(), 'authenticated Ann ann@example.com seeded', 'in'],
    ['nobody', null, 'unauthenticated undefined undefined seeded', 'out'],
  ] as const)('shows %s from the first moment on, and reads nothing', async ([, session, text, guard]) => {
    const { container, texts, recovered } = await load({ session })
    await settle()

    expect(container.textContent).toMatch(new RegExp(`^${text} false \\w+ idle false ${guard}$`))
    expect(new Set(texts)).toEqual(new Set([container.textContent]))
    expect(recovered).toEqual([])
    expect(auth.requests).toEqual([])
  })

  test('goes from loading to the answer, and shows nothing wrong in between', async () => {
    const { container, texts, recovered } = await load({})
    await settle()

    expect(container.textContent).toMatch(/^authenticated Ann ann@example.com server false .* in$/)
    const statuses = texts.map((text) => text.match(/^\w+/)?.[0])
    expect([...new Set(statuses)]).toEqual(['loading', 'authenticated'])
    expect(texts.every((text) => !text.endsWith('out'))).toBe(true)
    expect(recovered).toEqual([])
    expect(auth.count('/session')).toBe(1)
  })

  test('stays right when the page is hydrated offline or hidden', async () => {
    const { environment } = createFakePage({ isOnline: () => false, isVisible: () => false })
    const { container, recovered } = await load({ session: ann(), environment })

    expect(container.textContent).toMatch(/^authenticated Ann /)
    expect(recovered).toEqual([])
  })

  test('takes a session that differs from the server: the newer page wins', async () => {
    const { rerender, container, recovered } = await load({ session: ann() })
    auth.session = bob()

    await rerender(page({ session: bob() }))
    await settle()

    expect(container.textContent).toMatch(/^authenticated Bob bob@example.com prop /)
    expect(recovered).toEqual([])
    expect(auth.count('/session')).toBe(1)
  })
})
