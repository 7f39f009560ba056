import { median } from '../../figures'
import type { AppPage, Cost } from './react-page'

/** How many consumers, and how often each thing is done with them in a page: of these turns the median counts. */
export const TURNS: Record<number, number> = { 1: 9, 100: 9, 1000: 9, 10000: 3 }

export type Deed =
  | 'first-mount'
  | 'mount'
  | 'unchanged-refetch'
  | 'changed-refetch'
  | 'update'
  | 'status-flip'
  | 'hydrate'
  | 'part-refetch'

/** What one library has cost, by the number of consumers. */
export type Costs = Record<number, Record<Deed, Cost>>

type Taken = Partial<Record<Deed, Cost>>
type Turn = (page: AppPage, consumers: number) => Promise<Taken>

/** Each has a page of its own: what one of them has made the browser compile, or throw away, is nothing to the others. */
const LIVES: Turn[] = [mountAndLive, hydrate, showParts]

/** Does everything, for each number of consumers. */
export async function measureConsumers(open: () => Promise<AppPage>): Promise<Costs> {
  const all: Array<Record<number, Taken>> = [await measureFirst(open)]
  for (const life of LIVES) {
    const page = await open()
    all.push(await measureLife(page, life))
    await page.close()
  }
  const costsOf = (consumers: string) => Object.assign({}, ...all.map((taken) => taken[Number(consumers)]))
  return Object.fromEntries(Object.keys(TURNS).map((consumers) => [consumers, costsOf(consumers)]))
}

/** What a visitor has: nothing of it has run before. Once in a page. */
async function measureFirst(open: () => Promise<AppPage>): Promise<Record<number, Taken>> {
  const costs: Record<number, Taken> = {}
  for (const consumers of Object.keys(TURNS)) {
    const page = await open()
    costs[Number(consumers)] = { 'first-mount': await page.time('mount', Number(consumers)) }
    await page.close()
  }
  return costs
}

async function measureLife(page: AppPage, take: Turn): Promise<Record<number, Taken>> {
  // Loaded and compiled by then.
  await take(page, 1_000)
  await page.call('unmount')
  await take(page, 1)
  const nothing = await measureNothing(page)
  await page.call('unmount')

  const costs: Record<number, Taken> = {}
  for (const [consumers, turns] of Object.entries(TURNS)) {
    // Not before each turn: with the garbage goes what is compiled.
    await page.collectGarbage()
    const taken: Taken[] = []
    for (let turn = 0; turn < turns; turn += 1) {
      taken.push(await take(page, Number(consumers)))
      await page.call('unmount')
    }
    costs[Number(consumers)] = withoutMeasuring(middle(taken), nothing)
  }
  return costs
}

async function mountAndLive(page: AppPage, consumers: number) {
  return {
    mount: await page.time('mount', consumers),
    'unchanged-refetch': await page.time('refetch'),
    'changed-refetch': await page.time('refetch', 'Bea'),
    update: await page.time('update', 'Cleo'),
    'status-flip': await page.time('signOut'),
  }
}

async function hydrate(page: AppPage, consumers: number) {
  await page.call('prerender', consumers)
  return { hydrate: await page.time('hydrate', consumers) }
}

async function showParts(page: AppPage, consumers: number) {
  await page.call('mountParts', consumers)
  return { 'part-refetch': await page.time('refetch', 'Dora') }
}

/** To call the page and to wait for it costs something, too: so many milliseconds. */
async function measureNothing(page: AppPage): Promise<number> {
  const taken: number[] = []
  for (let turn = 0; turn < 9; turn += 1) taken.push((await page.time('nothing')).milliseconds)
  return median(taken)
}

function withoutMeasuring(deeds: Taken, nothing: number): Taken {
  const entries = Object.entries(deeds).map(([deed, cost]) => [
    deed,
    { ...cost, milliseconds: Math.max(cost.milliseconds - nothing, 0) },
  ])
  return Object.fromEntries(entries)
}

/** The median times. How often was rendered is the same in each turn, or it is not exact. */
export function middle(turns: Taken[]): Taken {
  const deeds = Object.keys(turns[0] ?? {}) as Deed[]
  const entries = deeds.map((deed) => {
    const costs = turns.map((turn) => turn[deed] as Cost)
    const [renders, ...others] = new Set(costs.map((cost) => cost.renders))
    if (others.length > 0) throw new Error(`${deed} has rendered ${renders} times, and also ${others}.`)
    const of = (name: keyof Cost) => median(costs.map((cost) => cost[name]))
    return [deed, { renders, milliseconds: of('milliseconds'), given: of('given') }]
  })
  return Object.fromEntries(entries)
}
