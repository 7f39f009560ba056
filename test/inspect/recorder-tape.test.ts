import type { SessionContext } from 'sessionchart/machines'
import { expect, test } from 'vitest'
import { createTape } from '../../src/inspect/flight-recorder/tape'

const beginning = (at: number) => ({ at, value: {}, context: {} as SessionContext })
const step = (at: number) => ({ at, event: { type: 'tab.becameHidden' }, value: {} })

test('counts a start as a step: many without any do not stay for ever', () => {
  const tape = createTape(3)

  for (const at of [1, 2, 3, 4, 5]) tape.close(tape.begin(beginning(at)))

  expect(tape.parts().map(({ at }) => at)).toEqual([3, 4, 5])
})

test('begins where a chart stood after the last step that is gone', () => {
  const tape = createTape(1)
  const track = tape.begin(beginning(0))

  for (let at = 1; at <= 70; at += 1) tape.add(track, step(at), () => beginning(at))

  const [part] = tape.parts()
  expect(part?.at).toBe(50)
  expect(part?.steps.map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, index) => 51 + index))
})

test('asks where a chart stands now and then only', () => {
  const tape = createTape(400)
  const track = tape.begin(beginning(0))
  let asked = 0

  for (let at = 1; at <= 1_000; at += 1) {
    tape.add(track, step(at), () => {
      asked += 1
      return beginning(at)
    })
  }

  expect(asked).toBe(20)
  expect(tape.parts()[0]?.steps).toHaveLength(400)
})
