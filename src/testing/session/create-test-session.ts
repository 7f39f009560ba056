import { SessionOptionError } from 'sessionchart'
import { distance, nameOfPlace, regionsOf, type SessionPlace, type SessionRegions } from '../paths/place'
import { endOf, type Route, routeTo } from '../paths/search'
import { comeToRest, openSession, stageOf } from './open-session'
import { type Plan, planFor, type TestSessionOptions } from './plan'
import { startsOf } from './starts'
import type { TestSession } from './test-session'

export interface CreateTestSessionOptions extends TestSessionOptions {
  /** The state that the session is in, by a plain word or by regions of the chart. Default: as the session says. */
  at?: SessionPlace | undefined
}

/**
 * Makes a session for a test: a real client, with a browser, a clock and a server around it that do what the test says.
 * It can be in any state in which a session can stay, and has come there as in an app: by requests, answers and time.
 *
 * Time stands still until `clock.tick()`. Answers come at once, unless the server holds them: in a state in which a
 * request is out, it does so until `server.release()`. With `at` and without a session somebody called Ann is meant;
 * with `session: null` it has to be a state in which nobody is signed in.
 *
 * @throws SessionOptionError as a rejection, for an option that makes no sense, and a state that there is not or in which
 *   no session can stay.
 *
 * @example
 * ```tsx
 * const session = await createTestSession({ session: ann, at: 'expiring' })
 * render(<Account />, { wrapper: session.Provider })
 * await session.clock.tick('5m')
 * expect(screen.getByText('You have been signed out.')).toBeDefined()
 * ```
 */
export async function createTestSession({
  at,
  ...options
}: CreateTestSessionOptions = {}): Promise<TestSession> {
  if (at === undefined) {
    const plan = planFor({}, options)
    const session = await openSession(plan, options.session ?? null)
    comeToRest(session)
    return session
  }
  const place = regionsOf(at, 'at')
  const plan = planFor(place, options, 'direct')
  const { seed, route } = findRoute(plan, place, at, options)
  const session = await openSession(plan, seed)
  for (const { move, situation } of route.steps) await move.take(stageOf(session), situation)
  if (distance(place, session.client.actor.getSnapshot()) > 0) {
    const where = JSON.stringify(session.client.actor.getSnapshot().value)
    throw new Error(
      `sessionchart: the session was to be at ${nameOfPlace(at)}, and is at ${where}: please report it.`,
    )
  }
  comeToRest(session)
  return session
}

function findRoute(plan: Plan, place: SessionRegions, at: SessionPlace, { session }: TestSessionOptions) {
  const starts = startsOf(plan)
  const route: Route | null = routeTo(place, [...starts.keys()], plan.who)
  if (!route)
    throw new SessionOptionError(
      'at',
      nameOfPlace(at),
      'a state that a session with these options can come to',
    )
  const { snapshot } = endOf(route)
  if (session === null && snapshot.matches({ status: 'authenticated' })) {
    const expected = 'a state in which nobody is signed in, as session is null'
    throw new SessionOptionError('at', nameOfPlace(at), expected)
  }
  return { route, seed: starts.get(route.start) }
}
