import type { Session } from 'sessionchart'
import type { Move } from './move'
import { movesFrom } from './moves'
import { detour, distance, type SessionRegions } from './place'
import { contextOf, type Situation } from './situation'

/** Something that happens, and what comes of it. */
interface Step {
  move: Move
  situation: Situation
}

/** How to come from a situation to another one. */
export interface Route {
  start: Situation
  steps: Step[]
}

// The farthest state is about ten steps away.
const LONGEST = 14
// Several times of what the way to any state takes, and over before test runners lose their patience.
const MOST = 400
// What a region counts that is not as it is to be, in steps.
const PER_REGION = 2
// What nobody has asked for is as it is when nothing happens, if that takes no more steps. Counted for more, what
// somebody has asked for is hard to find.
const PER_DETOUR = 1

/** The shortest way to a place, or about that; `null` where none is found. */
export function routeTo(place: SessionRegions, starts: Situation[], who: Session): Route | null {
  const seen = new Set<string>()
  const byCost: Route[][] = []
  const add = (route: Route) => {
    const { snapshot, otherTab } = endOf(route)
    const detours = detour(place, snapshot) + Number(otherTab !== 'nothing')
    const cost = route.steps.length + PER_REGION * distance(place, snapshot) + PER_DETOUR * detours
    byCost[cost] ??= []
    byCost[cost].push(route)
  }
  for (const start of starts) add({ start, steps: [] })
  for (let count = 0; count < MOST; count += 1) {
    const route = byCost.find((routes) => routes?.length > 0)?.shift()
    if (!route) return null
    const end = endOf(route)
    if (distance(place, end.snapshot) === 0) return route
    const name = nameOf(end)
    if (seen.has(name) || route.steps.length >= LONGEST) continue
    seen.add(name)
    for (const next of stepsFrom(end, who)) add({ ...route, steps: [...route.steps, next] })
  }
  return null
}

/** The shortest ways to a place, one for each way into it. */
export function routesTo(place: SessionRegions, starts: Situation[], who: Session, longest: number): Route[] {
  const seen = new Set<string>()
  const found = new Map<string, Route>()
  let routes = starts.map((start): Route => ({ start, steps: [] }))
  const regions = [...DECISIVE, ...Object.keys(place)]
  for (let length = 0; length <= longest && routes.length > 0; length += 1) {
    const longer: Route[] = []
    for (const route of routes) {
      const end = endOf(route)
      const isThere = distance(place, end.snapshot) === 0
      if (isThere && !found.has(wayIn(route))) found.set(wayIn(route), route)
      const name = nameWithin(end, regions)
      if (isThere || seen.has(name)) continue
      seen.add(name)
      for (const next of stepsFrom(end, who)) longer.push({ ...route, steps: [...route.steps, next] })
    }
    routes = longer
  }
  return [...found.values()]
}

/** Where it leads. */
export const endOf = ({ start, steps }: Route): Situation => steps.at(-1)?.situation ?? start

function stepsFrom(situation: Situation, who: Session): Step[] {
  return movesFrom(situation).flatMap((move) => {
    const next = move.from(situation, who)
    return next && next.snapshot.status === 'active' ? [{ move, situation: next }] : []
  })
}

/** The same for all situations from which the same may come. */
function nameOf(situation: Situation): string {
  const { cause, failure, user, wish, limitedAt } = contextOf(situation)
  const { snapshot, otherTab } = situation
  return JSON.stringify([snapshot.value, cause.type, failure?.code, user, wish, limitedAt === null, otherTab])
}

// What decides how a session goes on. The other regions do so only where they are asked for.
const DECISIVE = ['status', 'request', 'operation', 'lifetime', 'network']

const nameWithin = ({ snapshot, otherTab }: Situation, regions: string[]) =>
  JSON.stringify([regions.map((region) => Reflect.get(snapshot.value, region)), otherTab])

/** What was shown before, what happens last, and what it makes of the status. */
function wayIn(route: Route): string {
  const before = route.steps.at(-2)?.situation ?? route.start
  const { status } = before.snapshot.value
  return JSON.stringify([status, route.steps.at(-1)?.move.description, contextOf(endOf(route)).cause.type])
}
