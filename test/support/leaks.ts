import { vi } from 'vitest'
import { watchChannels } from './watch-channels'

export interface Leaks {
  /** What is there now and was not there at the beginning. Names, for a message that helps. */
  left(): string[]
}

/** Watches what the platform gives out and takes back: timers (on a faked clock), listeners, channels. */
export function watchForLeaks(): Leaks {
  const held = new Set<string>()
  watchListeners('window', window, held)
  watchListeners('document', document, held)
  const { Channel, open } = watchChannels()
  vi.stubGlobal('BroadcastChannel', Channel)
  return {
    left: () => {
      const timers = vi.getTimerCount()
      const channels = Array.from(open, ({ name }) => `channel ${name}`)
      return [...held, ...channels, ...(timers === 0 ? [] : [`${timers} timers`])]
    },
  }
}

function watchListeners(name: string, target: EventTarget, held: Set<string>) {
  const ids = new WeakMap<object, number>()
  let count = 0
  const keyOf = (type: string, listener: object) => {
    const id = ids.get(listener) ?? ++count
    ids.set(listener, id)
    return `${name} ${type} listener ${id}`
  }
  const { addEventListener, removeEventListener } = target
  vi.spyOn(target, 'addEventListener').mockImplementation((type, listener, options) => {
    if (listener) held.add(keyOf(type, listener))
    addEventListener.call(target, type, listener, options)
  })
  vi.spyOn(target, 'removeEventListener').mockImplementation((type, listener, options) => {
    if (listener) held.delete(keyOf(type, listener))
    removeEventListener.call(target, type, listener, options)
  })
}
