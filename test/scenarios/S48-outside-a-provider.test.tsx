// @vitest-environment jsdom
import { render } from '@testing-library/react'
import * as library from 'sessionchart/react'
import * as libraryV4 from 'sessionchart/v4'
import { expect, test, vi } from 'vitest'
import type { Library } from '../support/app'
import { expectOurs } from '../support/compared'
import { listenForNoise } from '../support/noise'
import { ann } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'

const MESSAGE = '[next-auth]: `useSession` must be wrapped in a <SessionProvider />'

const environments = ['development', 'test', 'production']
const hooks = [
  { hook: 'useSession', use: library.useSession },
  { hook: 'useSession of v4', use: libraryV4.useSession },
  { hook: 'useSessionState', use: library.useSessionState },
  { hook: 'useSessionSelector', use: () => library.useSessionSelector(({ status }) => status) },
  { hook: 'useSessionActor', use: library.useSessionActor },
  { hook: 'useSignIn', use: library.useSignIn },
  { hook: 'useSignOut', use: library.useSignOut },
]
const cases = hooks.flatMap((hook) => environments.map((environment) => ({ ...hook, environment })))

function UsesHook({ use }: { use: () => unknown }) {
  use()
  return null
}

function ShowsName({ useSession }: Pick<Library, 'useSession'>) {
  return <p>{useSession().data?.user?.name}</p>
}

describeEachReactMode(() => {
  test.each(cases)(
    "throws next-auth's words from $hook outside a provider in $environment",
    ({ use, environment }) => {
      listenForNoise()
      vi.stubEnv('NODE_ENV', environment)

      let message = ''
      try {
        render(<UsesHook use={use} />)
      } catch (error) {
        message = (error as Error).message
      }
      // Exactly, and not merely somewhere in it.
      expect(message).toBe(MESSAGE)
    },
  )

  test('does not throw inside a provider', () => {
    const view = render(
      <library.SessionProvider session={ann}>
        <ShowsName useSession={library.useSession} />
        <ShowsName useSession={libraryV4.useSession} />
      </library.SessionProvider>,
    )
    expect(view.queryAllByText('Ann')).toHaveLength(2)
  })
})

test.each(environments)(
  'says in %s that there are two copies when the provider is from the other',
  async (environment) => {
    listenForNoise()
    vi.stubEnv('NODE_ENV', environment)
    vi.resetModules()
    const copy: Library = await import('sessionchart/react')
    expect(copy.useSession).not.toBe(library.useSession)

    const page = (
      <library.SessionProvider session={ann}>
        <ShowsName useSession={copy.useSession} />
      </library.SessionProvider>
    )
    expect(() => render(page)).toThrow(MESSAGE)
    expectOurs(() => render(page)).toThrow(/[2-9].*sessionchart|sessionchart.*[2-9]/)
    vi.unstubAllEnvs()
  },
)
