import type { Figure } from '../../figures'
import { busiestByStep, busiestSecond } from './busy-seconds'
import { FROM_MS, OUTAGE_MS, type ReadTimes, TO_MS } from './outage'
import { crowdReadsAt, readers, scenarios, USERS } from './scenarios'

const STEP_MS = 10_000
const SECOND_MS = 1_000
const columns = Object.keys(readers)
const all: ReadTimes[] = Object.values(readers)
type Scenario = (typeof scenarios)[keyof typeof scenarios]

/** What the endpoint sees over time, before, during and after the outage. */
export function curveFigure(id: string, scenario: Scenario): Figure {
  const curves = all.map((readAt) =>
    busiestByStep(crowdReadsAt(readAt, scenario).flat(), FROM_MS, TO_MS, STEP_MS),
  )
  const steps = Array.from({ length: (TO_MS - FROM_MS) / STEP_MS }, (_, step) => step)
  return {
    id,
    title: `Requests for the session in a second, server down from 0 to ${OUTAGE_MS / SECOND_MS} s: ${scenario.title}`,
    unit: 'requests',
    over: 'seconds',
    columns,
    rows: steps.map((step) => ({
      case: (FROM_MS + step * STEP_MS) / SECOND_MS,
      values: curves.map((curve) => curve[step] ?? null),
    })),
    note: `The busiest second of each ${STEP_MS / SECOND_MS} s. ${USERS} users with one tab each.`,
    curve: { x: 'linear', y: 'linear' },
  }
}

/** The busiest second of a part of that time, in each scenario. */
export function peakFigure(part: 'during' | 'after'): Figure {
  const [from, to] = part === 'during' ? [0, OUTAGE_MS] : [OUTAGE_MS, TO_MS]
  return {
    id: `outage-busiest-second-${part}`,
    title: `Requests for the session in the busiest second ${part === 'during' ? 'of' : 'after'} the outage`,
    unit: 'requests',
    over: 'what happens',
    columns,
    rows: Object.values(scenarios).map((scenario) => ({
      case: scenario.title,
      values: all.map((readAt) => busiestSecond(crowdReadsAt(readAt, scenario).flat(), from, to)),
    })),
  }
}

/** Whether they come back in one wave: more than half of all users in the same second. */
export function waveNote({ rows }: Figure): string {
  const waves = rows.filter(({ values: [ours] }) => Number(ours) > USERS / 2)
  if (waves.length === 0) return `In no case do the ${USERS} users of sessionchart come back in one wave.`
  return `The ${USERS} users of sessionchart come back in one wave where ${waves.map((row) => row.case).join('; where ')}.`
}
