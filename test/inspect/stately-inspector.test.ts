import { createSessionClient, SessionOptionError } from 'sessionchart'
import { type StatelyInspectorOptions, statelyInspector } from 'sessionchart/inspect'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { InspectionEvent } from 'xstate'
import { ann } from '../client/sessions'
import { createTestClient } from '../client/test-client'
import { createFakeWindow, idle } from './stately-page'

const URL = 'https://app.example/charts'
const clients: Array<{ stop(): void }> = []
afterEach(() => {
  for (const client of clients.splice(0)) client.stop()
  vi.doUnmock('@statelyai/inspect')
})

function setUp(options: StatelyInspectorOptions = {}) {
  const browser = createFakeWindow()
  const stately = statelyInspector({ url: URL, window: browser.window, ...options })
  const { client, auth, logged } = createTestClient({ inspect: stately, session: null })
  const kinds = () => browser.posted.map(({ type }) => type.replace('@xstate.', ''))
  const begun = () => browser.posted.filter(({ type }) => type === '@xstate.actor').map(({ name }) => name)
  return { ...browser, stately, client, auth, logged, kinds, begun }
}

describe('before it is opened', () => {
  test('touches no window', async () => {
    const { client, auth, done } = setUp()

    client.start()
    await client.refetch()
    await auth.settled()

    expect(done).toEqual([])
  })
})

describe('opened', () => {
  test('opens the window in the click itself, and the page in it', async () => {
    const { stately, done } = setUp()

    const opening = stately.open()
    expect(done).toEqual(['open'.padEnd(5)])
    await opening

    expect(done).toEqual(['open ', `open ${URL}`])
  })

  test("opens Stately's page unless told otherwise", async () => {
    const { stately, done } = setUp({ url: undefined })

    await stately.open()

    expect(done.at(-1)).toBe('open https://stately.ai/inspect')
  })

  test('shows what was before, once the page is there', async () => {
    const { stately, client, connect, kinds, begun, posted } = setUp()
    client.start()

    await stately.open()
    await idle()
    expect(posted).toEqual([])
    connect()

    expect(begun()).toContain('session')
    expect(kinds()).toContain('snapshot')
  })

  test('shows the whole chart and the whole context', async () => {
    const { stately, client, connect, posted } = setUp()
    client.start()
    await stately.open()
    await idle()
    connect()

    const root = posted.find(({ name }) => name === 'session')
    const { states } = JSON.parse(String(root?.definition))
    expect(states.request.states.reading.states.asking.invoke.onDone).toContainEqual({
      target: '#session.request.choosing',
      actions: ['settleReaders', 'forgetReaders', 'publishAnswer'],
    })
    expect(states.status.states.authenticated.description).toMatch(/^Somebody is signed in/)
    const last = posted.filter(({ sessionId, snapshot }) => sessionId === root?.sessionId && snapshot).at(-1)
    const { context } = Object(last?.snapshot)
    expect(context.order).toEqual({ epoch: 0, stamp: 0, from: '' })
    expect(context.sent).toEqual({ epoch: 0, stamp: 0 })
  })

  test('shows what happens from then on', async () => {
    const { stately, client, connect, posted } = setUp()
    client.start()
    await stately.open()
    await idle()
    connect()
    const before = posted.length

    await client.refetch()
    await idle()

    const later = posted.slice(before).filter(({ type }) => type === '@xstate.event')
    expect(later.map(({ event }) => Object(event).type)).toContain('session.refetch')
  })

  test('shows everything once, however often it is opened', async () => {
    const { stately, client, connect, begun, done } = setUp()
    client.start()

    await Promise.all([stately.open(), stately.open()])
    await stately.open()
    await idle()
    connect()

    expect(begun().filter((name) => name === 'session')).toHaveLength(1)
    expect(done).toEqual(['open ', `open ${URL}`, 'focus'])
  })

  test('opened again after it was left, knows the chart however much has happened', async () => {
    const { stately, client, connect, leave, posted, begun, done } = setUp({ limit: 3 })
    client.start()
    await stately.open()
    await idle()
    connect()
    for (let read = 0; read < 20; read++) await client.refetch()
    await idle()
    leave()
    posted.length = 0

    await stately.open()
    await idle()
    connect()

    expect(begun()).toContain('session')
    expect(done.at(-1)).toBe(`open ${URL}`)
  })

  test('shows the chart to one that comes after many events, and no actor that has ended', async () => {
    const { stately, client, connect, begun } = setUp({ limit: 1 })
    client.start()
    await client.refetch()
    await stately.open()
    await idle()
    connect()

    expect(begun()[0]).toBe('session')
    expect(begun()).not.toContain('0.session.request.reading.asking')
  })

  test('says when the browser opens no window, and tries again', async () => {
    const { stately, block, done } = setUp()
    block()

    await expect(stately.open()).rejects.toThrow('opened no window')
    await expect(stately.open()).rejects.toThrow('opened no window')

    expect(done).toEqual(['open ', 'open '])
  })

  test('says when the browser opens no second window', async () => {
    const { stately, leave, block } = setUp()
    await stately.open()
    leave()
    block()

    await expect(stately.open()).rejects.toThrow('opened no window')
  })

  test('says when there is no window', async () => {
    const error = vi.spyOn(console, 'error').mockReturnValue()

    await expect(statelyInspector().open()).rejects.toThrow('there is no window')

    expect(error).toHaveBeenCalledOnce()
  })

  test('says what to install when the library is not there, and closes the window', async () => {
    vi.doMock('@statelyai/inspect', () => {
      throw new Error('Cannot find package')
    })
    const { stately, done } = setUp()

    await expect(stately.open()).rejects.toThrow('npm install --save-dev @statelyai/inspect')

    expect(done).toEqual(['open ', 'close'])
  })

  test('shows itself in an element', async () => {
    const { window, posted, connect, done } = createFakeWindow()
    const attributes: Record<string, string> = {}
    let load = () => {}
    const iframe = {
      contentWindow: window.open('page', 'inside'),
      addEventListener: (_: string, listener: () => void) => {
        load = listener
      },
      setAttribute: (name: string, value: string) => {
        attributes[name] = value
      },
      removeAttribute: (name: string) => delete attributes[name],
    }
    const stately = statelyInspector({ url: URL, window, iframe: iframe as unknown as HTMLIFrameElement })
    const client = createSessionClient({
      inspect: stately,
      session: null,
      environment: { isServer: () => false },
    })
    clients.push(client)
    client.start()

    await stately.open()
    await idle()
    load()
    connect()

    expect(attributes).toEqual({ src: URL })
    expect(posted.length).toBeGreaterThan(0)
    expect(done).toEqual(['open page'])
    attributes.src = 'elsewhere'
    await stately.open()
    expect(attributes).toEqual({ src: URL })
    stately.close()
    expect(attributes).toEqual({})
  })
})

test('closed, shows nothing more, and closes the window', async () => {
  const { stately, client, connect, posted, done } = setUp()
  client.start()
  await stately.open()
  await idle()
  connect()
  stately.close()
  const before = posted.length

  await client.refetch()
  await idle()

  expect(done.at(-1)).toBe('close')
  expect(posted.at(-1)?.type).toBe('@statelyai.disconnected')
  expect(posted).toHaveLength(before)
})

describe('connected to another inspector', () => {
  test('shows what was and what comes, until it is told to end', async () => {
    const { stately, client } = setUp()
    client.start()
    const events: InspectionEvent[] = []

    const disconnect = stately.connect({ inspect: (event) => events.push(event) })
    const then = events.length
    await client.refetch()
    const later = events.length
    disconnect()
    await client.refetch()

    expect(then).toBeGreaterThan(0)
    expect(later).toBeGreaterThan(then)
    expect(events).toHaveLength(later)
  })
})

test('one that throws starves no other, and is reported', async () => {
  const fault = new Error('a fault of an inspector')
  const heard = vi.fn()
  const { stately, client, logged } = setUp()
  stately.connect({
    inspect() {
      throw fault
    },
  })
  stately.connect({ inspect: heard })

  client.start()

  expect(heard).toHaveBeenCalled()
  expect(logged).toEqual([fault])
})

test('looks at nothing before somebody does', () => {
  const { stately, client } = setUp()
  const looks = vi.fn()
  const note = new Proxy([], {
    ownKeys(target) {
      looks()
      return Reflect.ownKeys(target)
    },
  })
  const session = { ...ann(), note }
  client.start()
  client.actor.send({ type: 'session.provided', at: 0, session, user: 'ann' })
  looks.mockClear()
  client.actor.send({ type: 'network.lost', at: 0 })
  expect(looks).not.toHaveBeenCalled()

  stately.connect({ inspect() {} })

  expect(looks).toHaveBeenCalled()
})

test('replaces what is personal unless told otherwise', async () => {
  const session = { user: { name: 'Ann', role: 'admin' } }
  const seenWith = (options: StatelyInspectorOptions) => {
    const events: unknown[] = []
    const { stately, client } = setUp(options)
    stately.connect({ inspect: (event) => events.push(Object(event).snapshot?.context?.data) })
    client.start()
    client.actor.send({ type: 'session.provided', at: 0, session, user: 'ann' })
    return events.filter(Boolean).at(-1)
  }

  expect(seenWith({})).toEqual({ redacted: 'session 1' })
  expect(seenWith({ redact: { keep: ['user.role'] } })).toEqual({
    redacted: 'session 1',
    user: { role: 'admin' },
  })
  expect(seenWith({ redact: false })).toEqual(session)
})

test.each([
  [null, 'options must be an object'],
  [{ url: 5 }, 'url must be a string'],
  [{ limit: 0 }, 'limit must be a whole number'],
  [{ limit: 10_001 }, 'limit must be a whole number'],
  [{ limit: 1.5 }, 'limit must be a whole number'],
  [{ redact: true }, 'redact must be an object'],
  [{ redact: { keep: 'user' } }, 'keep must be a list'],
])('refuses what makes no sense: %j', (options, message) => {
  expect(() => statelyInspector(options as never)).toThrow(SessionOptionError)
  expect(() => statelyInspector(options as never)).toThrow(message)
})
