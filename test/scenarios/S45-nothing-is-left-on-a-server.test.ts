import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { bundle } from '../support/bundle'
import { expectOurs, isOurs, onlyOurs } from '../support/compared'

const run = promisify(execFile)

/** A program that ends only when nothing holds it: no timer, no channel, no listener, no open request. */
const program = (body: string) => `
${isOurs ? `import { createSessionClient } from 'sessionchart'` : ''}
import { getCsrfToken, getProviders, getSession } from '${isOurs ? 'sessionchart' : 'next-auth'}/react'

const seen: string[] = []
const opened: string[] = []
globalThis.fetch = (async (url: string, init?: RequestInit) => {
  seen.push(url + ' ' + (new Headers(init?.headers).get('cookie') ?? ''))
  return Response.json({ user: { name: 'Ann' }, expires: '2099-01-01T00:00:00.000Z', csrfToken: 't' })
}) as typeof fetch
const Channel = globalThis.BroadcastChannel
globalThis.BroadcastChannel = class extends Channel {
  constructor(name: string) {
    super(name)
    opened.push(name)
  }
}
async function main() {
  ${body}
}
main().then(
  (result) => console.log(JSON.stringify({ result, seen: seen.length, opened })),
  (error) => {
    console.error(error)
    process.exitCode = 1
  },
)
`

async function runToItsEnd(body: string) {
  const code = await bundle(program(body))
  const running = run(process.execPath, ['-'], { timeout: 15_000 })
  running.child.stdin?.end(code)
  // Whoever has to be killed has not ended by itself, and is caught here as an error.
  const { stdout, stderr, killed } = await running.then(
    (ended) => ({ ...ended, killed: false }),
    (error: { stdout: string; stderr: string; killed: boolean }) => error,
  )
  expect(stderr).toBe('')
  expect(killed).toBe(false)
  return JSON.parse(stdout) as { result: unknown; seen: number; opened: string[] }
}

test('ends by itself after 200 getSession() on a server', async () => {
  const body = `
    const sessions = await Promise.all(
      Array.from({ length: 200 }, (_, index) => getSession({ headers: { cookie: 'id=' + index } } as never)),
    )
    await getCsrfToken()
    await getProviders()
    return new Set(seen).size + '/' + sessions.filter((session) => session?.user?.name === 'Ann').length
  `
  const { result, seen, opened } = await runToItsEnd(body)
  expect({ result, seen }).toEqual({ result: '202/200', seen: 202 })
  expectOurs(opened).toEqual([])
})

test('ends by itself after a client that polls was stopped', async () => {
  onlyOurs('createSessionClient')
  const body = `
    const client = createSessionClient({ refetchInterval: 1, baseUrl: 'http://localhost' })
    client.start()
    const { status } = await client.refetch()
    client.stop()
    return status
  `
  expect(await runToItsEnd(body)).toMatchObject({ result: 'authenticated' })
})

test('ends by itself after calls on a client that was never started', async () => {
  onlyOurs('createSessionClient')
  const body = `
    const client = createSessionClient({ session: null, baseUrl: 'http://localhost' })
    await client.refetch()
    return client.getState().status
  `
  expect(await runToItsEnd(body)).toMatchObject({ result: 'authenticated' })
})
