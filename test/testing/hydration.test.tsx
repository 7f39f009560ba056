// @vitest-environment jsdom
import { renderToString } from 'react-dom/server'
import { useSession, useSessionState } from 'sessionchart/react'
import { TestSessionProvider, type TestSessionProviderProps } from 'sessionchart/testing'
import { expect, test } from 'vitest'
import { hydrate, onServer } from '../server/hydrate'
import { ann } from '../support/people'

function Page() {
  const { data, status } = useSession()
  const { cause } = useSessionState()
  return <p>{`${status} ${data?.user?.name} ${cause.type}`}</p>
}

test.for<[props: TestSessionProviderProps, text: string]>([
  [{ session: ann }, 'authenticated Ann seeded'],
  [{ session: null }, 'unauthenticated undefined seeded'],
  [{ status: 'loading' }, 'loading undefined starting'],
])('hydrates %o', async ([props, text]) => {
  const ui = (
    <TestSessionProvider {...props}>
      <Page />
    </TestSessionProvider>
  )
  const html = await onServer(() => renderToString(ui))

  const { texts, recovered } = await hydrate(html, ui)

  expect(texts).toEqual([text])
  expect(recovered).toEqual([])
})
