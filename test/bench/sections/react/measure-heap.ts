import type { AppPage } from './react-page'

export const PROVIDERS = 1_000
const WARM_CYCLES = 500
const STEP = 2_500
/** After how many mounts and unmounts of a provider the heap is looked at. */
export const CYCLES = [1, 2, 3, 4].map((step) => step * STEP)

/** Bytes of a provider with a session and a consumer; of `PROVIDERS` in one page the average. */
export async function measureProviders(page: AppPage): Promise<number> {
  // What is made once, and not for each, is there then.
  await page.call('cycle', 10)
  const before = await readHeap(page)
  await page.call('mountMany', PROVIDERS)
  const after = await readHeap(page)
  return Math.round((after.bytes - before.bytes) / PROVIDERS)
}

export interface Left {
  /** By how much the heap has grown, after so many cycles. */
  bytes: Record<number, number>
  timers: number
  listeners: number
}

/** What mounts and unmounts leave behind. */
export async function measureLeft(page: AppPage): Promise<Left> {
  await page.call('cycle', WARM_CYCLES)
  await rest(page)
  const before = await readHeap(page)
  const bytes: Record<number, number> = {}
  let after = before
  for (const cycles of CYCLES) {
    await page.call('cycle', STEP)
    await rest(page)
    after = await readHeap(page)
    bytes[cycles] = after.bytes - before.bytes
  }
  const timers = await page.call<number>('timersLeft')
  return { bytes, timers, listeners: after.listeners - before.listeners }
}

/** Some libraries let go of a client a second after the last one that used it. */
async function rest(page: AppPage): Promise<void> {
  const deadline = Date.now() + 3_000
  while ((await page.call<number>('timersLeft')) > 0 && Date.now() < deadline)
    await page.page.waitForTimeout(50)
}

async function readHeap(page: AppPage) {
  // What an old object alone has held is garbage of the next time.
  for (let time = 0; time < 3; time += 1) await page.collectGarbage()
  const { JSHeapUsedSize = Number.NaN, JSEventListeners = Number.NaN } = await page.read()
  return { bytes: JSHeapUsedSize, listeners: JSEventListeners }
}
