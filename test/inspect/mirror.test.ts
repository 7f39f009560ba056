import { redact } from 'sessionchart/inspect'
import { expect, test, vi } from 'vitest'
import { type AnyActorRef, createActor, createMachine, fromCallback, type InspectionEvent } from 'xstate'

const actorRef = createActor(createMachine({})) as AnyActorRef
const eventOf = (parts: object) =>
  ({ rootId: actorRef.sessionId, actorRef, ...parts }) as unknown as InspectionEvent

test('lets nothing through that it does not know', () => {
  const observe = vi.fn()
  redact(observe).next?.(eventOf({ type: '@xstate.rumour', text: 'ann' }))

  expect(observe).not.toHaveBeenCalled()
})

test('has no snapshot of an actor that has none', () => {
  const observe = vi.fn()
  const event = { type: 'network.lost' }
  redact(observe).next?.(eventOf({ type: '@xstate.snapshot', event, snapshot: 'ann' }))

  expect(observe).toHaveBeenCalledOnce()
  expect(observe.mock.calls[0]?.[0]).toMatchObject({ type: '@xstate.snapshot', event })
  expect(observe.mock.calls[0]?.[0].snapshot).toBeUndefined()
})

test('has no states of an actor that is no machine', () => {
  const seen: InspectionEvent[] = []
  createActor(
    fromCallback(() => {}),
    { inspect: redact((event) => void seen.push(event)) },
  ).start()

  expect(seen.map(({ type }) => type)).toContain('@xstate.snapshot')
  for (const event of seen) expect(Object(event).snapshot ?? {}).not.toHaveProperty('value')
})
