import { median } from '../../figures'
import type { AppPage, Cost } from './react-page'

/** How many consumers, and how often each thing is done with them: of these turns the median counts. */
export const TURNS: Record<number, number> = { 1: 4, 100: 4, 1000: 3, 10000: 1 }

/** What is done, in this order, with an app of so many consumers. */
const DEEDS = ['mount', 'unchanged-refetch', 'changed-refetch', 'update', 'status-flip'] as const
/** What is done with an app of its own. */
const ALONE = ['hydrate', 'part-refetch'] as const

export type Deed = (typeof DEEDS)[number] | (typeof ALONE)[number]

/** What one page has cost, by the number of consumers. */
export type Costs = Record<number, Record<Deed, Cost>>

/** Does everything, for each number of consumers. */
export async function measureConsumers(page: AppPage): Promise<Costs> {
  // Compiled by then.
  await takeTurn(page, 1_000)
  const nothing = await measureNothing(page)

  const costs: Costs = {}
  for (const [consumers, turns] of Object.entries(TURNS)) {
    const taken: Array<Record<Deed, Cost>> = []
    for (let turn = 0; turn < turns; turn += 1) taken.push(await takeTurn(page, Number(consumers)))
    costs[Number(consumers)] = withoutMeasuring(middle(taken), nothing)
  }
  return costs
}

async function takeTurn(page: AppPage, consumers: number): Promise<Record<Deed, Cost>> {
  await page.collectGarbage()
  const mount = await page.time('mount', consumers)
  const deeds = {
    mount,
    'unchanged-refetch': await page.time('refetch'),
    'changed-refetch': await page.time('refetch', 'Bea'),
    update: await page.time('update', 'Cleo'),
    'status-flip': await page.time('signOut'),
  }
  await page.call('unmount')

  await page.call('prerender', consumers)
  const hydrate = await page.time('hydrate', consumers)
  await page.call('unmount')

  await page.call('mountParts', consumers)
  const part = await page.time('refetch', 'Dora')
  await page.call('unmount')

  return { ...deeds, hydrate, 'part-refetch': part }
}

/** To call the page and to wait for it costs something, too: so many milliseconds. */
async function measureNothing(page: AppPage): Promise<number> {
  await page.call('mount', 1)
  const taken: number[] = []
  for (let turn = 0; turn < 9; turn += 1) taken.push((await page.time('nothing')).milliseconds)
  await page.call('unmount')
  return median(taken)
}

function withoutMeasuring(deeds: Record<Deed, Cost>, nothing: number): Record<Deed, Cost> {
  const entries = Object.entries(deeds).map(([deed, cost]) => [
    deed,
    { ...cost, milliseconds: Math.max(cost.milliseconds - nothing, 0) },
  ])
  return Object.fromEntries(entries)
}

/** The median times. How often was rendered is the same in each turn, or it is not exact. */
export function middle(turns: Array<Record<Deed, Cost>>): Record<Deed, Cost> {
  const deeds = Object.keys(turns[0] ?? {}) as Deed[]
  const entries = deeds.map((deed) => {
    const [renders, ...others] = new Set(turns.map((turn) => turn[deed].renders))
    if (others.length > 0) throw new Error(`${deed} has rendered ${renders} times, and also ${others}.`)
    const of = (name: keyof Cost) => median(turns.map((turn) => turn[deed][name]))
    return [deed, { renders, milliseconds: of('milliseconds'), given: of('given') }]
  })
  return Object.fromEntries(entries)
}
