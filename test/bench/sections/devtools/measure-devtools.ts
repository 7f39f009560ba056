import { type BenchPage, during } from '../../bench-page'
import { median } from '../../figures'

// More than a recorder keeps: it is full when it is measured. Of some turns the median counts.
export const EVENTS = 2_000
const TURNS = 5
export const FRAMES = 180
const WARM_FRAMES = 60
const IDLE_SECONDS = 2

export interface DevtoolsCost {
  eventMicroseconds: number
  frameMilliseconds: number
  /** In all of the frames. */
  lateFrames: number
  longTasks: number
  layouts: number
  /** Each second. */
  idleMilliseconds: number
  /** Timers and frames that the page has asked for, each second. */
  wakes: number
  heapBytes: number
}

export async function measureDevtools({ page, run, read, collectGarbage }: BenchPage): Promise<DevtoolsCost> {
  const send = () => run(`bench.send(${EVENTS})`)
  const pace = (frames: number) => run(`bench.pace(${frames})`)

  await send()
  const turns: number[] = []
  for (let turn = 0; turn < TURNS; turn += 1) turns.push((await during(read, send))('TaskDuration'))
  await pace(WARM_FRAMES)
  const frames = await during(read, () => pace(FRAMES))
  await page.waitForFunction('bench.isIdle()')
  const idle = await during(read, () => page.waitForTimeout(IDLE_SECONDS * 1_000))
  await collectGarbage()
  const { JSHeapUsedSize = Number.NaN } = await read()

  return {
    eventMicroseconds: (median(turns) * 1e6) / EVENTS,
    frameMilliseconds: (frames('TaskDuration') * 1e3) / FRAMES,
    lateFrames: frames('lateFrames'),
    longTasks: frames('longTasks'),
    layouts: frames('LayoutCount'),
    idleMilliseconds: (idle('TaskDuration') * 1e3) / IDLE_SECONDS,
    wakes: idle('wakes') / IDLE_SECONDS,
    heapBytes: JSHeapUsedSize,
  }
}
