import { readdirSync, readFileSync } from 'node:fs'
import { afterEach } from 'vitest'
import type { Tab } from './visitor'

// The processes of the tabs, as Linux shows them.

const stopped = new Set<number>()
afterEach(() => {
  for (const pid of stopped) goOn(pid)
})

/** As when the system freezes the tab, or the device sleeps: nothing runs until it goes on. */
export function stop(pid: number): void {
  stopped.add(pid)
  process.kill(pid, 'SIGSTOP')
}

export function goOn(pid: number): void {
  process.kill(pid, 'SIGCONT')
  stopped.delete(pid)
}

/** The process of a tab: the one that is busy when the tab is. */
export async function processOf(tab: Tab): Promise<number> {
  const before = new Map(renderers().map((pid) => [pid, ticksOf(pid)]))
  await tab.page.evaluate(() => {
    const end = performance.now() + 300
    while (performance.now() < end);
  })
  const busiest = [...before].sort(([a, was], [b, were]) => ticksOf(b) - were - (ticksOf(a) - was))[0]
  if (!busiest) throw new Error('No renderer runs.')
  return busiest[0]
}

const renderers = () =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && commandOf(pid).includes('--type=renderer'))

const commandOf = (pid: number) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** The time that a process has computed, in the system's ticks. */
const ticksOf = (pid: number) => {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const [user = 0, system = 0] = rest.split(' ').slice(11, 13).map(Number)
  return user + system
}
