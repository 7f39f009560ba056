import { createServer } from 'node:net'
import { createWebSocketInspector, createWebSocketReceiver } from '@statelyai/inspect'
import { createInspectorServer } from '@statelyai/inspect/server'
import { statelyInspector } from 'sessionchart/inspect'
import { expect, onTestFinished, test, vi } from 'vitest'
import { canariesIn, liveThrough, TOLD } from './canaries'
import { createFakeWindow, idle } from './stately-page'

// Of an error, the library posts what JSON has of it.
const UNPOSTED = ['canary-cause', 'canary-event-error']

/** A page that is open from the beginning, or opened when all is over, and what was posted to it. */
async function postedThrough(redact: undefined | false, when: 'before' | 'after') {
  const { window, connect, posted } = createFakeWindow()
  const stately = statelyInspector({ url: 'https://app.example/charts', window, redact, limit: 10_000 })
  const open = async () => {
    await stately.open()
    await idle()
    connect()
  }
  if (when === 'before') await open()
  await liveThrough(stately)
  await idle()
  if (when === 'after') await open()
  return posted
}

test.each(['before', 'after'] as const)('a page that is opened %s gets no canary', async (when) => {
  const posted = await postedThrough(undefined, when)

  expect(posted.length).toBeGreaterThan(100)
  expect(canariesIn(posted)).toEqual([])
})

test('a page gets everything that the app has set free', async () => {
  const posted = await postedThrough(false, 'before')

  const found = canariesIn(posted)
  expect(TOLD.filter((canary) => !found.includes(canary) && !UNPOSTED.includes(canary))).toEqual([])
})

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

test('a server at the other end of a WebSocket gets no canary', async () => {
  const port = await freePort()
  const server = createInspectorServer({ port, autoOpen: false })
  const url = `ws://localhost:${port}`
  const received: unknown[] = []
  createWebSocketReceiver({ server: url }).subscribe((event) => received.push(event))
  const inspector = createWebSocketInspector({ url })
  onTestFinished(() => {
    inspector.stop()
    server.stop()
  })
  const stately = statelyInspector()
  stately.connect(inspector)

  await liveThrough(stately)

  await vi.waitFor(() => expect(JSON.stringify(received.at(-1))).toContain('xstate.stop'), {
    timeout: 10_000,
  })
  expect(JSON.stringify(received)).toContain('session 1')
  expect(canariesIn(received)).toEqual([])
})
