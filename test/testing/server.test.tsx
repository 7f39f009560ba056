import { renderToString } from 'react-dom/server'
import { SignedIn, SignedOut, useSession, useSessionState, useSignIn } from 'sessionchart/react'
import { TestSessionProvider, type TestSessionProviderProps } from 'sessionchart/testing'
import { expect, test, vi } from 'vitest'
import { takeTraces, watchChannels } from '../server/traces'
import { ann } from '../support/people'

function Page() {
  const { data, status } = useSession()
  const { isPending } = useSignIn()
  const { cause } = useSessionState()
  return (
    <p>
      {`${status} ${data?.user?.name} ${cause.type} ${isPending} `}
      <SignedIn>in</SignedIn>
      <SignedOut>out</SignedOut>
    </p>
  )
}
const render = (props: TestSessionProviderProps) =>
  renderToString(
    <TestSessionProvider {...props}>
      <Page />
    </TestSessionProvider>,
  ).replaceAll('<!-- -->', '')

test.for<[props: TestSessionProviderProps, html: string]>([
  [{ session: ann }, '<p>authenticated Ann seeded false in</p>'],
  [{ session: null }, '<p>unauthenticated undefined seeded false out</p>'],
  [{ status: 'loading' }, '<p>loading undefined starting false </p>'],
])('%o', ([props, html]) => {
  expect(render(props)).toBe(html)
})

test('leaves nothing behind', () => {
  const opened = watchChannels()
  const fetch = vi.fn()
  vi.stubGlobal('fetch', fetch)
  const timers = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'setInterval')]
  const before = takeTraces()

  for (const session of [undefined, null, ann]) render({ session })

  expect(takeTraces()).toEqual(before)
  for (const touched of [opened, fetch, ...timers]) expect(touched).not.toHaveBeenCalled()
  vi.unstubAllGlobals()
})

test('refuses what makes no sense', () => {
  expect(() => render({ status: 'authenticated' })).toThrow('sessionchart: status must be')
})
