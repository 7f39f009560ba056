import type { SessionClientOptions } from 'sessionchart'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SITE } from './fake-auth'
import { ann } from './sessions'
import { createTestClient, type TestClient } from './test-client'

const production = { isProduction: () => true }
let warnings: string[] = []

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation((text: string) => void warnings.push(text))
})
afterEach(() => {
  vi.unstubAllEnvs()
  warnings = []
  Reflect.deleteProperty(globalThis, Symbol.for('sessionchart.said'))
})

/** Starts a client, and lets it get as far as it gets. */
async function run(options: SessionClientOptions): Promise<TestClient> {
  const made = createTestClient(options)
  made.client.start()
  await made.auth.settled()
  return made
}

describe('a server that answers with a page', () => {
  /** A client of a server that answers so, whatever it is asked. */
  const runOn = (body: string, status = 200, options: SessionClientOptions = {}) =>
    run({ basePath: `${SITE}/shop`, fetch: async () => new Response(body, { status }), ...options })

  test.each([
    ['that an app shows for every address', '<!doctype html><p>Shop</p>', 200, 'with HTML'],
    ['after blanks', '\n  <html></html>', 200, 'with HTML'],
    ['that says it is not there', '<h1>Not found</h1>', 404, '404'],
    ['in words', 'Not found', 404, '404'],
  ])('%s: the URL is named, and what is probably wrong', async (_, body, status, what) => {
    await runOn(body, status)

    expect(warnings).toEqual([
      `sessionchart: ${SITE}/shop/session answered ${what}. ` +
        'Auth.js is not at this address: basePath, or the route on the server, is probably wrong.',
    ])
  })

  test('is told of once, whoever asks it and however often', async () => {
    const { client } = await runOn('<p>')
    await client.refetch()
    await runOn('<p>')

    expect(warnings).toHaveLength(1)
  })

  test('is told of once for each address', async () => {
    await runOn('<p>', 200, { basePath: `${SITE}/a` })
    await runOn('<p>', 200, { basePath: `${SITE}/b` })

    expect(warnings).toHaveLength(2)
  })

  test.each([
    ['an error page of a server that is down', '<h1>Bad gateway</h1>', 502],
    ['text that is no HTML', 'no JSON <p>', 200],
    ['a session', JSON.stringify(ann()), 200],
    ['nobody', 'null', 200],
  ])('is not meant by %s', async (_, body, status) => {
    await runOn(body, status)

    expect(warnings).toEqual([])
  })

  test('is an error all the same', async () => {
    const { client } = await runOn('<p>')

    expect(client.getState().error).toMatchObject({ code: 'parse', status: 200 })
  })

  test('is not told of in production', async () => {
    await runOn('<p>', 200, { environment: production })

    expect(warnings).toEqual([])
  })

  test('is not told of where NODE_ENV is production', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    await runOn('<p>')

    expect(warnings).toEqual([])
  })
})

describe('an event of the app', () => {
  const send = ({ client }: TestClient, event: object) => client.actor.send(event as never)
  const unknown = { type: 'session.refresh', at: 1 }
  const useless = { type: 'network.restored', at: 1 }

  test('that the session does not know is told of once', async () => {
    const made = await run({ session: ann() })
    send(made, unknown)
    send(made, unknown)

    expect(warnings).toEqual([
      'sessionchart: the session knows no event "session.refresh". ' +
        'Call refetch, update, signIn or signOut of the client instead of sending events.',
    ])
  })

  test('that it can do nothing with now is told of once', async () => {
    const made = await run({ session: ann() })
    send(made, { ...useless, type: 'lane.freed' })
    send(made, { ...useless, type: 'lane.freed' })

    await expect
      .poll(() => warnings)
      .toEqual([
        expect.stringMatching(
          'sessionchart: the session does nothing with the event "lane.freed" in its present state. ' +
            'Signed in. The app said so when it started at \\S+. ' +
            'whatNext of sessionchart/inspect says what it would act on, and why not.',
        ),
      ])
  })

  test('that it can take is taken without a word', async () => {
    const made = await run({ session: ann() })
    send(made, { type: 'network.lost', at: 1 })

    expect(made.client.actor.getSnapshot().context.online).toBe(false)
    expect(warnings).toEqual([])
  })

  test('reaches a session that was started anew, too', async () => {
    const made = await run({ session: ann() })
    made.client.stop()
    made.client.start()
    await made.auth.settled()
    send(made, unknown)

    expect(warnings).toHaveLength(1)
  })

  test('is not told of in production', async () => {
    const made = await run({ session: ann(), environment: production })
    send(made, unknown)

    expect(warnings).toEqual([])
  })
})

test('what the client and its page send by themselves is no event of the app', async () => {
  const { client, auth, page } = await run({ refetchInterval: 60 })
  page.goOnline()
  page.turn('hidden')
  page.turn('visible')
  page.goOffline()
  page.turn('visible')
  await Promise.all([client.refetch(), client.refetch(), client.update({ name: 'Anna' })])
  await Promise.all([
    client.signIn('credentials', { redirect: false }),
    client.signOut({ redirect: false }),
    client.signIn('credentials', { redirect: false }),
  ])
  await auth.settled()
  client.stop()

  expect(warnings).toEqual([])
})
