// @vitest-environment jsdom
import * as Sentry from '@sentry/browser'
import { act, cleanup, render } from '@testing-library/react'
import { replay } from 'sessionchart/inspect'
import { getSessionClient } from 'sessionchart/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openRecipe } from './open-recipe'
import { serveAuth } from './serve-auth'

/** The recipe of docs/recipes/sentry.md, as it is. */

const recipe = openRecipe('docs/recipes/sentry.md')
const { recorder, startSentry } = await recipe.load('src/sentry.ts')
const { Root } = await recipe.load('src/root.tsx')

const ann = {
  user: { id: 'u-17', name: 'Ann Archer', email: 'ann@example.com' },
  expires: '2099-01-01T00:00:00Z',
}

let sent: Array<[{ type: string }, unknown]>
const transport: Sentry.BrowserOptions['transport'] = (options) =>
  Sentry.createTransport(options, async () => ({ statusCode: 200 }))

beforeEach(() => {
  sent = []
  startSentry({ dsn: 'https://key@sentry.example/1', transport })
  // All that would go over the network.
  Sentry.getClient()?.on('beforeEnvelope', ([, items]) => {
    sent.push(...(items as typeof sent))
  })
  history.replaceState(null, '', '/sign-in?callbackUrl=secret-place')
})

afterEach(async () => {
  cleanup()
  await Sentry.close()
  recorder.clear()
  vi.unstubAllGlobals()
})

async function reportOf(error: Error) {
  sent = []
  Sentry.captureException(error)
  await Sentry.flush()
  const item = (type: string) => sent.find(([header]) => header.type === type)?.[1]
  const file = new TextDecoder().decode(item('attachment') as Uint8Array)
  return { event: item('event') as Sentry.ErrorEvent, file }
}

test('says by an id who was signed in, and follows sign-ins and sign-outs', async () => {
  const auth = serveAuth({ session: ann })
  render(<Root>{null}</Root>)
  await vi.waitFor(() => expect(getSessionClient().getState().status).toBe('authenticated'))
  await act(async () => {})

  expect((await reportOf(new Error('one'))).event.user).toEqual({ id: 'u-17' })

  auth.session = null
  await act(() => getSessionClient().refetch())
  expect((await reportOf(new Error('other'))).event.user?.id).toBeUndefined()
})

test('says why the session is as it is', async () => {
  const auth = serveAuth({ session: ann })
  render(<Root>{null}</Root>)
  await vi.waitFor(() => expect(getSessionClient().getState().status).toBe('authenticated'))
  vi.spyOn(console, 'error').mockImplementation(() => {})
  auth.fail('session', { status: 503 })
  await act(() => getSessionClient().refetch())

  const { event } = await reportOf(new Error('broken'))

  expect(event.contexts?.session).toEqual({
    status: 'authenticated',
    cause: 'server',
    since: new Date(getSessionClient().getState().cause.at).toISOString(),
    isStale: true,
    error: 'http',
  })
})

test('brings a recording that replays', async () => {
  serveAuth({ session: ann })
  render(<Root>{null}</Root>)
  await vi.waitFor(() => expect(getSessionClient().getState().status).toBe('authenticated'))

  const { file } = await reportOf(new Error('broken'))
  const { differences, parts } = replay(JSON.parse(file))

  expect(differences).toEqual([])
  expect(parts.at(-1)?.snapshots.at(-1)?.hasTag('authenticated')).toBe(true)
})

test('sends nothing else of the session, nor the query of an address', async () => {
  serveAuth({ session: ann })
  render(<Root>{null}</Root>)
  await vi.waitFor(() => expect(getSessionClient().getState().status).toBe('authenticated'))

  const { event, file } = await reportOf(new Error('broken'))
  const whole = JSON.stringify(event) + file

  expect(whole).toContain('sessionchart-recording')
  expect(whole).toContain('/sign-in')
  expect(whole).not.toMatch(/Archer|ann@example\.com|secret-place/)
  expect(event.sdk?.settings).toEqual({ infer_ip: 'never' })
})
