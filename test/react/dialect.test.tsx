// @vitest-environment jsdom
import { act } from '@testing-library/react'
import { createSessionClient } from 'sessionchart'
import { getSessionClient, SessionProvider, useSession } from 'sessionchart/react'
import { SessionProvider as SessionProviderV4 } from 'sessionchart/v4'
import { expect, test, vi } from 'vitest'
import { ann } from '../client/sessions'
import { createProbe } from './probe'
import { describeEachReactMode } from './react-modes'
import { auth } from './served-auth'

const asked = () => auth.requests.map(({ method, path }) => `${method} ${path}`)
const entries = [
  ['sessionchart/react', SessionProvider],
  ['sessionchart/v4', SessionProviderV4],
] as const
const dialects = [
  ['v4', ['GET /csrf', 'POST /session'], false],
  ['v5', ['GET /session'], true],
] as const
const cases = entries.flatMap((entry) =>
  dialects.map((dialect) => [entry[0], dialect[0], entry[1], dialect] as const),
)

describeEachReactMode(({ render }) => {
  test.for(cases)(
    'the provider of %s speaks compat="%s"',
    async ([, , Provider, [dialect, requests, hasCode]]) => {
      for (const compat of [dialect, { dialect }]) {
        auth.requests.length = 0
        auth.session = ann()
        const probe = createProbe(() => useSession())
        const { unmount } = render(
          <Provider session={ann()} compat={compat}>
            <probe.Probe />
          </Provider>,
        )

        await act(() => probe.latest().update())
        expect(asked()).toEqual(requests)

        const form = { redirect: false, password: 'wrong' }
        const response = await act(() => getSessionClient().signIn('credentials', form))
        expect('code' in (response ?? {})).toBe(hasCode)
        unmount()
      }
    },
  )

  test('the provider of sessionchart/v4 speaks v4 by itself, and beside other old ways', async () => {
    const probe = createProbe(() => useSession())
    const tree = (compat?: { loadingWhileUpdating: boolean }) => (
      <SessionProviderV4 session={ann()} {...(compat && { compat })}>
        <probe.Probe />
      </SessionProviderV4>
    )
    const { rerender } = render(tree())
    await act(() => probe.latest().update())
    rerender(tree({ loadingWhileUpdating: true }))
    probe.forget()

    await act(() => probe.latest().update())

    expect(asked()).toEqual(['GET /csrf', 'POST /session', 'GET /csrf', 'POST /session'])
    expect(probe.seen.map(({ status }) => status)).toContain('loading')
  })

  test('the provider of sessionchart/v4 leaves a given client its own dialect', async () => {
    const warn = vi.mocked(console.warn)
    const client = createSessionClient({ session: ann(), compat: 'v5' })
    render(
      <SessionProviderV4 client={client} compat="v4">
        <p />
      </SessionProviderV4>,
    )

    await act(() => client.update())

    expect(asked()).toEqual(['GET /session'])
    expect(warn).not.toHaveBeenCalled()
  })
})
