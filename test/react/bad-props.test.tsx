// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { Component, type ReactNode } from 'react'
import { createSessionClient, SessionOptionError } from 'sessionchart'
import { SessionProvider, type SessionProviderProps, useSession } from 'sessionchart/react'
import { expect, test } from 'vitest'
import { ann } from '../client/sessions'
import { takeComplaints } from './complaints'
import { describeEachReactMode } from './react-modes'
import { settle } from './served-auth'

const Show = () => <p>{useSession().status}</p>
const App = ({ props }: { props: object }) => (
  <SessionProvider {...(props as Partial<SessionProviderProps>)}>
    <Show />
  </SessionProvider>
)

class Boundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {}
  static getDerivedStateFromError(error: Error) {
    return { error }
  }
  override render() {
    return this.state.error ? <p role="alert">{this.state.error.message}</p> : this.props.children
  }
}

describeEachReactMode(({ render }) => {
  test.for([
    ['refetchInterval', -1, '-1'],
    ['refetchInterval', Number.NaN, 'NaN'],
    ['refetchInterval', '60', '"60"'],
    ['basePath', 42, '42'],
    ['fetch', 'fetch', '"fetch"'],
    ['session', 'ann', '"ann"'],
    ['requestTimeout', 0, '0'],
    ['onSessionChange', {}, 'an object'],
    ['refetchOnWindowFocus', 'no', '"no"'],
  ] as const)('refuses %s %o with an error that names both', ([name, value, printed]) => {
    const mount = () => render(<App props={{ [name]: value }} />)

    expect(mount).toThrow(SessionOptionError)
    expect(mount).toThrow(new RegExp(`^sessionchart: ${name} must be .+, not ${printed}\\.$`))
    takeComplaints()
  })

  test('refuses a prop that becomes nonsense', () => {
    const { rerender } = render(
      <Boundary>
        <App props={{ session: ann(), refetchInterval: 60 }} />
      </Boundary>,
    )
    expect(screen.getByText('authenticated')).toBeDefined()

    rerender(
      <Boundary>
        <App props={{ session: ann(), refetchInterval: -60 }} />
      </Boundary>,
    )

    expect(screen.getByRole('alert').textContent).toMatch(
      /^sessionchart: refetchInterval must be .* not -60\.$/,
    )
    takeComplaints()
  })

  test('takes props that are not given for the default', () => {
    render(
      <App props={{ session: ann(), refetchInterval: undefined, fetch: undefined, onError: undefined }} />,
    )

    expect(screen.getByText('authenticated')).toBeDefined()
  })

  test('warns of options beside a client, which has its own, and ignores them', async () => {
    Reflect.deleteProperty(globalThis, Symbol.for('sessionchart.said'))
    const client = createSessionClient({ session: ann() })
    render(<App props={{ client, refetchInterval: 60, basePath: '/other' }} />)

    expect(screen.getByText('authenticated')).toBeDefined()
    expect(client.urls().basePath).toBe('/api/auth')
    await settle()
    expect(takeComplaints()).toEqual([
      'sessionchart: <SessionProvider client={…}> ignores basePath, refetchInterval.',
    ])
  })
})
