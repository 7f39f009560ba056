import { signOutMachine } from 'sessionchart/machines'
import { expect, test } from 'vitest'
import { createActor, toPromise } from 'xstate'

test('a chart that was given no effects says what it lacks', async () => {
  const actor = createActor(signOutMachine, { input: { id: 's1', redirect: 'never' } }).start()

  expect(await toPromise(actor)).toMatchObject({
    type: 'failed',
    failure: { message: 'Give the chart its effects: machine.provide().' },
  })
})
