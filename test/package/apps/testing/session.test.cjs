// The same where modules are required, and without any page.
const assert = require('node:assert/strict')
const { test } = require('node:test')
const { SessionOptionError } = require('sessionchart')
const { createTestSession, pathsTo } = require('sessionchart/testing')

test('a session comes to its end', async () => {
  const session = await createTestSession({ at: 'expiring' })
  await session.clock.tick('5m')
  assert.equal(session.state.cause.type, 'expired')
})

test('paths lead there', async () => {
  const [path] = pathsTo({ operation: 'leaving' })
  const session = await path.start()
  await path.walk(session)
  assert.equal(session.page.navigations.length, 1)
})

test('a state that is none', () => assert.rejects(createTestSession({ at: 'gone' }), SessionOptionError))
