// @vitest-environment jsdom
import { act } from '@testing-library/react'
import { getSessionClient, SessionProvider, type SessionProviderProps, useSession } from 'sessionchart/react'
import * as v4 from 'sessionchart/v4'
import { beforeEach, expect, test } from 'vitest'
import { createFakePage, type FakePage } from '../client/fake-page'
import { ann, bob } from '../client/sessions'
import { createProbe, type Probe } from './probe'
import { describeEachReactMode } from './react-modes'
import { auth, settle } from './served-auth'

let page: FakePage
let probe: Probe<ReturnType<typeof useSession>>
beforeEach(() => {
  page = createFakePage()
  probe = createProbe(() => useSession())
})

const App = (props: Partial<SessionProviderProps>) => (
  <SessionProvider session={ann()} environment={page.environment} {...props}>
    <probe.Probe />
  </SessionProvider>
)
const requests = () => auth.requests.map(({ method, path }) => `${method} ${path}`)
const statuses = () => [...new Set(probe.seen.map(({ status }) => status))]

describeEachReactMode(({ render }) => {
  test('loadingWhileUpdating shows loading with the old data while an update runs', async () => {
    render(<App compat={{ loadingWhileUpdating: true }} />)
    probe.forget()

    await act(() => probe.latest().update({ user: { name: 'Anna' } }))

    expect(statuses()).toEqual(['loading', 'authenticated'])
    expect(probe.seen[0]).toMatchObject({ status: 'loading', data: ann() })
    expect(probe.latest().data?.user?.name).toBe('Anna')
  })

  test('ignoreSessionPropChanges leaves the first prop as it was', async () => {
    const compat = { ignoreSessionPropChanges: true }
    const { rerender } = render(<App compat={compat} />)

    rerender(<App compat={compat} session={bob()} />)
    await settle()
    rerender(<App compat={compat} session={null} />)
    await settle()

    expect(probe.latest().data?.user?.name).toBe('Ann')
    expect(statuses()).toEqual(['authenticated'])
    expect(auth.requests).toEqual([])
  })

  test('the dialect v4 posts an update without data, v5 only reads', async () => {
    const { rerender } = render(<App compat={{ dialect: 'v4' }} />)
    await act(() => probe.latest().update())
    expect(requests()).toEqual(['GET /csrf', 'POST /session'])

    rerender(<App compat={{ dialect: 'v5' }} />)
    await act(() => probe.latest().update())
    expect(requests().slice(2)).toEqual(['GET /session'])
  })

  test('the provider of v4 speaks v4, and its functions act on the provider of v5 as well', async () => {
    const { unmount } = render(
      <v4.SessionProvider session={ann()} environment={page.environment}>
        <probe.Probe />
      </v4.SessionProvider>,
    )
    await act(() => probe.latest().update())
    expect(requests()).toEqual(['GET /csrf', 'POST /session'])
    unmount()

    auth.session = null
    render(<App session={null} />)
    const response = await act(() => v4.signIn('credentials', { redirect: false, password: 'right' }))

    expect(response).toEqual({ error: null, status: 200, ok: true, url: 'http://localhost:3000/page' })
    expect(probe.latest().data).toEqual(ann())
    expect(probe.latest()).toBe(probe.seen.at(-1))
    expect(v4.useSession).toBe(useSession)
    expect(getSessionClient().getState().cause.type).toBe('signed-in')
  })

  test('the provider of v4 takes a v5 dialect, and does not make a new client of each render', async () => {
    const tree = (title: string) => (
      <v4.SessionProvider session={ann()} environment={page.environment} compat={{ dialect: 'v5' }}>
        {title}
        <probe.Probe />
      </v4.SessionProvider>
    )
    const { rerender } = render(tree('one'))
    const client = getSessionClient()
    rerender(tree('two'))
    await act(() => probe.latest().update())

    expect(getSessionClient()).toBe(client)
    expect(requests()).toEqual(['GET /session'])
  })
})
