import { SessionOptionError } from 'sessionchart'
import { type RecordedStep, type Recording, replay } from 'sessionchart/inspect'
import { sessionMachine } from 'sessionchart/machines'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { changed, recordSignOut } from './recordings'

let recording: Recording
let steps: RecordedStep[]
/** The place of the step after which nobody is signed in. */
let signedOut: number

beforeAll(async () => {
  recording = await recordSignOut()
  steps = recording.parts[0]?.steps ?? []
  signedOut = steps.findIndex(({ cause }) => cause?.type === 'signed-out')
})

test('comes to the states that were recorded, and shows what was known in each', () => {
  const { sameChart, parts, differences } = replay(recording)

  expect(sameChart).toBe(true)
  expect(differences).toEqual([])
  expect(parts).toHaveLength(1)
  expect(parts[0]?.isComplete).toBe(true)
  const [first, ...after] = parts[0]?.snapshots ?? []
  expect(first?.value).toEqual(recording.parts[0]?.value)
  expect(after.map(({ value }) => value)).toEqual(steps.map(({ value }) => value))
  expect(after[signedOut - 1]?.context.data).toMatchObject({ redacted: 'session 1' })
  expect(after[signedOut]?.context).toMatchObject({ data: null, cause: steps[signedOut]?.cause })
  expect(after[signedOut]?.hasTag('signed-out')).toBe(true)
})

test('executes nothing, and leaves the recording as it was', () => {
  const before = structuredClone(recording)
  const fetched = vi.spyOn(globalThis, 'fetch')

  replay(recording)

  expect(fetched).not.toHaveBeenCalled()
  expect(recording).toEqual(before)
})

describe('where the chart goes elsewhere', () => {
  test('says where, and goes on from what was recorded', () => {
    const kept = { status: 'authenticated' }
    const other = changed(recording, ({ parts }) => {
      Object.assign(parts[0]?.steps[signedOut]?.value as object, kept)
    })

    const { differences, parts } = replay(other)

    expect(differences).toEqual([
      {
        part: 0,
        step: signedOut,
        event: steps[signedOut]?.event,
        recorded: { ...Object(steps[signedOut]?.value), ...kept },
        replayed: steps[signedOut]?.value,
      },
      // What was recorded next does not follow from it either.
      expect.objectContaining({ step: signedOut + 1 }),
    ])
    expect(parts[0]?.snapshots[signedOut + 1]?.value).toMatchObject(kept)
    expect(parts[0]?.isComplete).toBe(true)
  })

  test('says where the cause is another one, and says it once', () => {
    const other = changed(recording, ({ parts }) => {
      Object.assign(parts[0]?.steps[signedOut]?.cause as object, { type: 'expired' })
    })

    const { differences, parts } = replay(other)

    expect(differences).toMatchObject([
      { step: signedOut, causes: { recorded: 'expired', replayed: 'signed-out' } },
    ])
    expect(parts[0]?.snapshots[signedOut + 1]?.context.cause.type).toBe('signed-out')
  })

  test('says so where the chart has failed', () => {
    const broken = changed(recording, ({ parts }) => {
      Object.assign(parts[0]?.steps[signedOut] as object, { event: { type: steps[signedOut]?.event.type } })
    })

    const { differences, parts } = replay(broken)

    expect(differences).toMatchObject([{ step: signedOut, replayed: null }])
    expect(parts[0]?.isComplete).toBe(true)
  })

  test('stops at a state that the chart does not have, and takes the other parts', () => {
    const older = changed(recording, ({ parts }) => {
      const [part] = parts
      Object.assign(part?.steps[1]?.value as object, { dreams: 'vivid' })
      parts.push(structuredClone(recording.parts[0] as (typeof parts)[0]))
    })

    const { differences, parts } = replay(older)

    expect(differences).toMatchObject([{ part: 0, step: 1, recorded: { dreams: 'vivid' } }])
    expect(parts[0]).toMatchObject({ isComplete: false, snapshots: [{}, {}] })
    expect(parts[1]).toMatchObject({ isComplete: true })
    expect(parts[1]?.snapshots).toHaveLength(steps.length + 1)
  })

  test('does not begin a part with a state that the chart does not have', () => {
    const older = changed(recording, ({ parts }) => {
      Object.assign(parts[0]?.value as object, { dreams: 'vivid' })
    })

    const { differences, parts } = replay(older)

    expect(differences).toEqual([
      { part: 0, step: -1, event: null, recorded: older.parts[0]?.value, replayed: null },
    ])
    expect(parts).toEqual([{ snapshots: [], isComplete: false }])
  })

  test('misses a region that was not there yet', () => {
    const older = changed(recording, ({ parts }) => {
      for (const { value } of parts[0]?.steps ?? []) delete Object(value).tabs
    })

    expect(replay(older).differences).toHaveLength(steps.length)
  })
})

test('tells another chart from this one by its name', () => {
  const other = changed(recording, (copy) => {
    copy.chart = 'session-1'
  })

  expect(replay(other).sameChart).toBe(false)
})

describe('the name of a chart', () => {
  const nameWith = async (change: (config: unknown) => void) => {
    const config = JSON.parse(JSON.stringify(sessionMachine.config))
    change(config)
    vi.doMock('sessionchart/machines/session', () => ({ sessionMachine: { config } }))
    vi.resetModules()
    const { chartName } = await import('../../src/inspect/flight-recorder/chart-name')
    vi.doUnmock('sessionchart/machines/session')
    return chartName()
  }
  const undescribe = (config: unknown) => {
    if (typeof config !== 'object' || config === null) return
    delete Object(config).description
    Object.values(config).forEach(undescribe)
  }

  test('is another one for another guard, and the same without descriptions', async () => {
    const another = (config: unknown) => {
      Object(config).states.request.on['session.refetch'][0].guard = 'isAnother'
    }

    expect(recording.chart).toMatch(/^session-[0-9a-z]{1,7}$/)
    expect(await nameWith(() => {})).toBe(recording.chart)
    expect(await nameWith(undescribe)).toBe(recording.chart)
    expect(await nameWith(another)).not.toBe(recording.chart)
  })
})

const nested = (depth: number): unknown => {
  let value: unknown = {}
  for (let level = 0; level < depth; level += 1) value = [value]
  return value
}

describe('what is no recording', () => {
  const refuse: Array<[what: string, name: string, make: (copy: Recording) => unknown]> = [
    ['nothing', 'recording', () => undefined],
    ['a text', 'recording', () => 'recording'],
    ['something else', 'recording.format', () => ({ format: 'a song', version: 1 })],
    ['a newer format', 'recording.version', (copy) => ({ ...copy, version: 2 })],
    ['no version', 'recording.version', ({ version: _, ...rest }) => rest],
    ['no chart', 'recording.chart', (copy) => ({ ...copy, chart: null })],
    ['no time', 'recording.takenAt', (copy) => ({ ...copy, takenAt: '2030-01-01' })],
    ['no parts', 'recording.parts', (copy) => ({ ...copy, parts: {} })],
    ['what holds itself', 'recording', (copy) => Object.assign(copy, { copy })],
    ['a number that is no JSON', 'recording', (copy) => ({ ...copy, takenAt: 1n })],
    ['what is deeper than a stack', 'recording', (copy) => ({ ...copy, deep: nested(50_000) })],
    ['an empty part', 'recording.parts[0]', (copy) => ({ ...copy, parts: [null] })],
  ]
  const refuseInPart: Array<[what: string, name: string, part: object]> = [
    ['time', 'at', { at: null }],
    ['state', 'value', { value: 'signed in' }],
    ['state in it', 'value', { value: { request: { reading: 7 } } }],
    ['context', 'context', { context: [] }],
    ['steps', 'steps', { steps: null }],
    ['step in them', 'steps[0]', { steps: [null] }],
    ['time of a step', 'steps[0].at', { steps: [{ event: { type: 'a' }, value: {} }] }],
    ['event of a step', 'steps[0].event', { steps: [{ at: 0, event: 'a', value: {} }] }],
    ['type of an event', 'steps[0].event.type', { steps: [{ at: 0, event: {}, value: {} }] }],
    ['sentence of a step', 'steps[0].why', { steps: [{ at: 0, event: { type: 'a' }, value: {}, why: {} }] }],
    ['state of a step', 'steps[0].value', { steps: [{ at: 0, event: { type: 'a' } }] }],
  ]
  const all = [
    ...refuse,
    ...refuseInPart.map(([what, name, part]): (typeof refuse)[0] => [
      `a part with a wrong ${what}`,
      `recording.parts[1].${name}`,
      (copy) => ({ ...copy, parts: [copy.parts[0], { ...copy.parts[0], ...part }] }),
    ]),
  ]

  test.for(all)('is refused: %s (%s)', ([, name, make]) => {
    const given = make(structuredClone(recording)) as Recording

    const act = () => replay(given)

    expect(act).toThrow(SessionOptionError)
    expect(act).toThrow(expect.objectContaining({ option: name }))
  })
})
