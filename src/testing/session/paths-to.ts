import { type Session, SessionOptionError } from 'sessionchart'
import { distance, regionsOf, type SessionPlace, type SessionRegions } from '../paths/place'
import { type Route, routesTo } from '../paths/search'
import { comeToRest, openSession, stageOf } from './open-session'
import { type Plan, planFor, type TestSessionOptions } from './plan'
import { startsOf } from './starts'
import type { TestSession } from './test-session'

/** A way in which a session comes to a state. */
export interface SessionPath {
  /** What happens, in words: `somebody is signed in → the network is lost → …`. */
  readonly description: string
  readonly steps: readonly SessionStep[]
  /** Opens a session at the beginning of the path. Its requests wait until a step says what comes of them. */
  start(): Promise<TestSession>
  /**
   * Takes the steps, one after the other.
   *
   * @throws Error when the app has done something of its own meanwhile, so that the session is somewhere else.
   */
  walk(session: TestSession): Promise<void>
}

export interface SessionStep {
  /** What happens, in words: `the network is lost`. */
  readonly description: string
  /** Makes it happen. Components have rendered what follows when the promise resolves. */
  take(session: TestSession): Promise<void>
}

export interface PathsToOptions extends TestSessionOptions {
  /** How many steps a path may have. Default 4. */
  longest?: number | undefined
}

/**
 * Lists the ways in which a session can come to a state, each by its shortest path, for tests of what your app does on
 * each of them: the shortest one first.
 *
 * @param place a plain word, or regions of the chart
 * @returns no path where none leads there
 * @throws SessionOptionError for an option that makes no sense.
 *
 * @example
 * ```tsx
 * test.each(pathsTo('unauthenticated'))('asks to sign in: $description', async (path) => {
 *   const session = await path.start()
 *   render(<App />, { wrapper: session.Provider })
 *   await path.walk(session)
 *   expect(screen.getByRole('button', { name: 'Sign in' })).toBeDefined()
 * })
 * ```
 */
export function pathsTo(
  place: SessionPlace,
  { longest = 4, ...options }: PathsToOptions = {},
): SessionPath[] {
  const regions = regionsOf(place, 'place')
  if (!Number.isInteger(longest) || longest < 0)
    throw new SessionOptionError('longest', longest, 'a number of steps')
  const plan = planFor(regions, options)
  const starts = startsOf(plan)
  return routesTo(regions, [...starts.keys()], plan.who, longest).map((route) =>
    pathOf(route, plan, regions, starts.get(route.start)),
  )
}

function pathOf(
  { steps }: Route,
  plan: Plan,
  place: SessionRegions,
  seed: Session | null | undefined,
): SessionPath {
  const path: SessionPath = {
    description: [beginning(seed), ...steps.map(({ move }) => move.description)].join(' → '),
    steps: steps.map((step, index) => ({
      description: step.move.description,
      async take(session) {
        await step.move.take(stageOf(session), step.situation)
        if (index < steps.length - 1) return
        check(session)
        comeToRest(session)
      },
    })),
    async start() {
      const session = await openSession(plan, seed)
      if (steps.length === 0) comeToRest(session)
      return session
    },
    async walk(session) {
      for (const step of path.steps) await step.take(session)
    },
  }
  function check({ client }: TestSession) {
    const snapshot = client.actor.getSnapshot()
    if (distance(place, snapshot) === 0) return
    const where = JSON.stringify(snapshot.value)
    throw new Error(
      `sessionchart: the path "${path.description}" ends at ${where}. The app has done something of its own on the way.`,
    )
  }
  return path
}

const beginning = (seed: Session | null | undefined) =>
  seed === undefined ? 'nothing is known' : seed ? 'somebody is signed in' : 'nobody is signed in'
