import { SessionOptionError } from 'sessionchart'
import type { Recording } from '../recording'
import { safely } from '../redaction/careful-reading'

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** One that a `Date` can hold. */
const isTime = (value: unknown) => typeof value === 'number' && Math.abs(value) <= 8.64e15
const isStates = (value: unknown): boolean =>
  isObject(value) && Object.values(value).every((child) => typeof child === 'string' || isStates(child))

const isTextIfAny = (value: unknown) => value === undefined || typeof value === 'string'

/** One thing that a recording has at a place: whether it is as expected, and what that is. */
type Rule = [is: (value: unknown) => boolean, expected: string]

const TIME: Rule = [isTime, 'a time in epoch milliseconds']
const STATES: Rule = [isStates, 'an object of states']
const OBJECT: Rule = [isObject, 'an object']
const ARRAY: Rule = [Array.isArray, 'an array']
// All that follows may go through it without end, or through a depth that no stack holds.
const JSON_ONLY: Rule = [(value) => safely(() => JSON.stringify(value), null) !== null, 'plain JSON']
const TEXT: Rule = [(value) => typeof value === 'string', 'a string']

const ofRecording: Record<string, Rule> = {
  format: [(value) => value === 'sessionchart-recording', "'sessionchart-recording'"],
  version: [(value) => value === 1, '1, which is what this version of sessionchart reads'],
  chart: TEXT,
  takenAt: TIME,
  parts: ARRAY,
}
const ofPart: Record<string, Rule> = { at: TIME, value: STATES, context: OBJECT, steps: ARRAY }
const ofStep: Record<string, Rule> = {
  at: TIME,
  event: OBJECT,
  value: STATES,
  why: [isTextIfAny, 'a string'],
}

/**
 * Gives what may come from anywhere as the recording that it is.
 *
 * @throws SessionOptionError naming what is wrong, as `recording.parts[0].at`.
 */
export function checkRecording(given: unknown): Recording {
  check('recording', given, OBJECT)
  check('recording', given, JSON_ONLY)
  const recording = given as Recording
  checkAll('recording', recording, ofRecording)
  recording.parts.forEach((part, index) => {
    const name = `recording.parts[${index}]`
    checkAll(name, part, ofPart)
    part.steps.forEach((step, place) => {
      checkAll(`${name}.steps[${place}]`, step, ofStep)
      check(`${name}.steps[${place}].event.type`, step.event.type, TEXT)
    })
  })
  return recording
}

function checkAll(name: string, value: unknown, rules: Record<string, Rule>) {
  check(name, value, OBJECT)
  for (const [key, rule] of Object.entries(rules)) check(`${name}.${key}`, (value as Json)[key], rule)
}

function check(name: string, value: unknown, [is, expected]: Rule) {
  if (!is(value)) throw new SessionOptionError(name, value, expected)
}
