// Imported before everything else: who keeps a timer function for itself keeps one that is counted.

const running = new Set<number>()
const { setTimeout: startTimeout, setInterval: startInterval, clearTimeout: end } = window
type Start = (callback: () => void, milliseconds?: number) => number

/** How many timers are still to come. */
export const timersLeft = () => running.size

Object.assign(window, {
  setTimeout(callback: () => void, milliseconds?: number) {
    const id = (startTimeout as Start)(() => {
      running.delete(id)
      callback()
    }, milliseconds)
    running.add(id)
    return id
  },
  setInterval(callback: () => void, milliseconds?: number) {
    const id = (startInterval as Start)(callback, milliseconds)
    running.add(id)
    return id
  },
  clearTimeout: forget,
  clearInterval: forget,
})

function forget(id: number) {
  running.delete(id)
  end(id)
}

/** Waits for the next task without a timer that would be counted. */
export const nextTask = () => new Promise<void>((resolve) => void (startTimeout as Start)(resolve))

const { port1, port2 } = new MessageChannel()
let arrived = () => {}
port1.onmessage = () => arrived()
/** The same at once: the browser makes timers in a row wait for 4 ms each. */
export const nextMessage = () =>
  new Promise<void>((resolve) => {
    arrived = resolve
    port2.postMessage(null)
  })
