import { createRedactor } from 'sessionchart/inspect'
import { type SessionMemory, type SessionSettings, sessionMachine } from 'sessionchart/machines'
import { expect, test } from 'vitest'
import { type AnyEventObject, transition } from 'xstate'
import { begin } from '../machines/chart'
import { ann, NOW, polling, type SessionSnapshot, seed, settings, THEN } from '../machines/fixtures'
import { unreachable } from '../machines/situations'
import { awaited, fromOutside, type Possibility } from '../machines/walk/possibilities'
import { randomNumbers } from '../machines/walk/random'

const WALKS = 40
const EVENTS = 60
// As clients call them. Names of another shape would not sort as they did.
const OWN_TAB = '4k3j9x0a2b1000'
const OTHER_TAB = '3f9x0zk2q1a000'

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value))
const fromTab = (event: AnyEventObject): AnyEventObject =>
  'from' in event ? { ...event, from: OTHER_TAB } : event
const take = (snapshot: SessionSnapshot, event: AnyEventObject) =>
  transition(sessionMachine, snapshot, event as never)[0]

const memories: Array<[SessionMemory, SessionSettings]> = [
  [seed(), settings],
  [seed(ann), polling],
  [seed(null), { ...settings, refetchKey: '/bob' }],
  [unreachable.context, polling],
]

test('what is redacted takes the same ways', () => {
  const taken = new Set<string>()

  for (let number = 0; number < WALKS; number++) {
    const redactor = createRedactor()
    const [memory, given] = memories[number % memories.length] ?? [seed(), settings]
    let real = begin(sessionMachine, { at: NOW, tabId: OWN_TAB, settings: given, memory }).snapshot
    let shown = sessionMachine.resolveState({
      value: real.value,
      context: copy(redactor.context(real.context)),
    })
    const numbers = randomNumbers(number, EVENTS * 3)
    for (let at = THEN, index = 0; index < EVENTS; index++) {
      const [source = 0, choice = 0, pause = 0] = numbers.slice(index * 3)
      at += Math.round(8_000 * pause ** 3)
      const awaitedNow = source < 0.5 ? awaited(real, at) : []
      const { happening } = pick(awaitedNow, choice) ?? pick(fromOutside(real, at, `call-${index}`), choice)
      const event = fromTab(typeof happening === 'function' ? happening(real) : happening)
      real = take(real, event)
      shown = take(shown, copy(redactor.event(event)))
      taken.add(JSON.stringify(real.value))

      expect(shown.value).toEqual(real.value)
      const { data, user, cause } = redactor.context(real.context)
      expect(shown.context.data?.redacted).toBe(data?.redacted)
      expect(shown.context.user).toBe(user)
      expect(redactor.cause(shown.context.cause)).toEqual(cause)
      expect(JSON.stringify(shown.context)).not.toMatch(/ann|bob/i)
    }
  }
  expect(taken.size).toBeGreaterThan(200)
})

const pick = (all: Possibility[], choice: number) => all[Math.floor(choice * all.length)] as Possibility
