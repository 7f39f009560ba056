// The handlers in node:test, both as an ES module and required, with nothing installed but msw and xstate.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { setupServer } from 'msw/node'
import * as imported from 'sessionchart/testing/msw'

const required = createRequire(import.meta.url)('sessionchart/testing/msw')

for (const [how, { authHandlers }] of Object.entries({ imported, required })) {
  test(how, async (context) => {
    const ada = { user: { name: 'Ada' }, expires: '1' }
    const auth = authHandlers({ session: ada })
    const server = setupServer(...auth.handlers)
    server.listen({ onUnhandledRequest: 'error' })
    context.after(() => server.close())

    const response = await fetch('https://site.example/api/auth/session')

    assert.deepEqual(await response.json(), ada)
    assert.throws(() => authHandlers({ version: 'v6' }), { name: 'SessionOptionError', option: 'version' })
  })
}
