import type { Environment } from 'sessionchart'

/**
 * The broadcast channels of one origin: what is said is copied, and reaches all others in a microtask.
 *
 * @param soon Takes another way than a microtask, if a simulator wants to.
 */
export function createFakeChannels(
  soon: (task: () => void) => void = queueMicrotask,
): Pick<Environment, 'openChannel'> {
  const open = new Set<{ name: string; onMessage(data: unknown): void }>()
  return {
    openChannel(name, onMessage) {
      const own = { name, onMessage }
      open.add(own)
      return {
        post(message) {
          if (!open.has(own)) throw new DOMException('closed', 'InvalidStateError')
          for (const each of open) {
            if (each === own || each.name !== name) continue
            const copy = structuredClone(message)
            soon(() => open.has(each) && each.onMessage(copy))
          }
        },
        close: () => open.delete(own),
      }
    },
  }
}
