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

/** The process of a tab: the one that is busy when the tab is, and without which the tab does not answer. */
export async function processOf(tab: Tab): Promise<number> {
  // The browser has others that may be as busy.
  for (;;) {
    const pid = await busiestWith(tab)
    stop(pid)
    const answer = tab.page.evaluate(() => true)
    const hasAnswered = await Promise.race([answer, silence(300)])
    goOn(pid)
    await answer
    if (!hasAnswered) return pid
  }
}

/** Those of several tabs, each of which has its own. */
export async function processesOf(tabs: Tab[]): Promise<number[]> {
  const processes = new Set<number>()
  for (const tab of tabs) processes.add(await processOf(tab))
  if (processes.size < tabs.length) throw new Error('Tabs share a process.')
  return [...processes]
}

async function busiestWith(tab: Tab): Promise<number> {
  const before = new Map(renderers().map((pid) => [pid, ticksOf(pid)]))
  await tab.page.evaluate(() => {
    const end = performance.now() + 300
    while (performance.now() < end);
  })
  const busiest = [...before].sort(([a, was], [b, were]) => ticksOf(b) - were - (ticksOf(a) - was))[0]
  if (!busiest) throw new Error('No renderer runs.')
  return busiest[0]
}

const silence = (milliseconds: number) =>
  new Promise<false>((resolve) => setTimeout(() => resolve(false), milliseconds))

const renderers = () =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && read(`/proc/${pid}/cmdline`).includes('--type=renderer') && isOurs(pid))

/** Other browsers may run on the machine. */
const isOurs = (pid: number): boolean => pid === process.pid || (pid > 1 && isOurs(Number(statsOf(pid)[1])))

/** The time that a process has computed, in the system's ticks. */
const ticksOf = (pid: number) => {
  const [user = 0, system = 0] = statsOf(pid).slice(11, 13).map(Number)
  return user + system
}

/** What the system knows of a process, from its state on: then its parent, and so on. */
const statsOf = (pid: number) => read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []

/** Nothing, of a process that is gone. */
const read = (file: string) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
