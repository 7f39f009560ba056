import fc from 'fast-check'
import { run, type Walk } from './walk'
import type { WalkObserver } from './walk-observer'
import { walk } from './walks'

/** Takes a walk and gives what went wrong. */
export type TakeWalk = (walk: Walk, observer?: WalkObserver) => Promise<string[]>

interface Checked {
  seed: number
  numRuns: number
}

const WALKS_FOLDER = '.tmp/walks'

/**
 * Takes random walks. Gives nothing when all of them hold, else what is to be said of the shortest walk found that
 * does not: it is taken once more, and what happened in it is written to a folder of its own.
 */
export async function checkWalks(
  { seed, numRuns }: Checked,
  take: TakeWalk = run,
  folder = WALKS_FOLDER,
): Promise<string> {
  const property = fc.asyncProperty(walk, async (taken) => {
    const problems = await take(taken)
    if (problems.length > 0) throw new Error(problems.join('\n'))
  })
  const details = await fc.check(property, { numRuns, seed })
  const [found] = details.counterexample ?? []
  const report = fc.defaultReportMessage(details) ?? ''
  if (!found) return report
  // Walks that hold need not load what tells of the others.
  const { saveCounterExample } = await import('./counter-example')
  const name = `${seed}-${details.counterexamplePath?.split(':')[0]}`
  return `${report}\n\n${await saveCounterExample(found, take, `${folder}/${name}`)}`
}
