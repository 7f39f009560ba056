import { sessionMachine } from 'sessionchart/machines/session'

/**
 * A short name for the session chart as it is: another one when a state, a transition or the name of a guard or action
 * is. Descriptions do not count, because the build takes them out.
 */
export function chartName(): string {
  known ??= nameOf(sessionMachine.config)
  return known
}

// It takes a while, and the chart stays the same.
let known: string | undefined

function nameOf(config: object): string {
  const text = JSON.stringify(config, (key, value) => (key === 'description' ? undefined : value))
  return `session-${hash(text).toString(36)}`
}

/** FNV-1a, in 32 bits. */
function hash(text: string): number {
  let mixed = 0x811c9dc5
  for (const character of text) {
    mixed = Math.imul(mixed ^ (character.codePointAt(0) as number), 0x01000193)
  }
  return mixed >>> 0
}
