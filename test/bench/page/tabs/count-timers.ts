// Runs before every other script of a page: React keeps the timers that it finds.
export interface Timers {
  armed: number
  wakes: number
}

declare global {
  interface Window {
    timers(): Timers
  }
}

type Start = (callback: (...values: unknown[]) => void, delay?: number, ...values: unknown[]) => number

const armed = new Set<number>()
let wakes = 0

for (const kind of ['Timeout', 'Interval'] as const) {
  const start = window[`set${kind}`] as Start
  const clear = window[`clear${kind}`]
  const startCounted: Start = (callback, delay, ...values) => {
    const id = start(() => {
      if (kind === 'Timeout') armed.delete(id)
      wakes += 1
      callback(...values)
    }, delay)
    armed.add(id)
    return id
  }
  const clearCounted = (id: number) => {
    armed.delete(id)
    clear(id)
  }
  Object.assign(window, { [`set${kind}`]: startCounted, [`clear${kind}`]: clearCounted })
}

const nextFrame = window.requestAnimationFrame
window.requestAnimationFrame = (callback) =>
  nextFrame((time) => {
    wakes += 1
    callback(time)
  })
window.timers = () => ({ armed: armed.size, wakes })
