import { isRead, type Tab } from '../../../test/many-tabs/visitor'
import { INTERVAL_S, type Row, reads, readsPerInterval, type Scene, shows } from './row'

const LIFE_S = 8
const HOUR_MS = 3_600_000

/** When the session ends, by the latest answer that has one, in epoch milliseconds. */
function watchEnd({ server }: Scene): () => number {
  let endsAt = Number.NaN
  server.intercept(async (request, pass) => {
    if (!isRead(request)) return
    const answer = await pass()
    const session = await answer.clone().json()
    if (session) endsAt = Date.parse(session.expires)
    return answer
  })
  return () => endsAt
}

const pauseUntil = (scene: Scene, time: number) => scene.pause(time - Date.now())

/** How many have left the session, and how long after its end the last of them did. */
async function leftAfter(tabs: Tab[], endsAt: number): Promise<string> {
  const count = `${await shows(tabs, 'unauthenticated')} of ${tabs.length} have left it`
  if (count.startsWith('0')) return count
  const last = Math.max(...(await Promise.all(tabs.map((tab) => tab.shownSince()))))
  return `${count}, within ${Math.ceil((last - endsAt) / 1_000)} s`
}

/** How many have shown nothing else since somebody was signed in. */
async function stayed(tabs: Tab[]): Promise<number> {
  const texts = await Promise.all(tabs.map((tab) => tab.everShown()))
  return texts.filter((all) => all.indexOf('authenticated Ann') === all.length - 1).length
}

/** Somebody sets the clock of the device. */
const setClock = (tabs: Tab[], offset: number) => Promise.all(tabs.map((tab) => tab.moveClock(offset)))

/** A session ends in five tabs, whose clock may have been moved meanwhile. */
const ends = (id: string, what: string, offset = 0): Row => ({
  id,
  what: `a session of ${LIFE_S} s has ended ten seconds ago, in five tabs ${what}`,
  maxAge: LIFE_S,
  async run(scene) {
    await scene.signInUnseen()
    const end = watchEnd(scene)
    const tabs = await scene.openTabs(5)
    const endsAt = end()
    const before = scene.reads()
    await setClock(tabs, offset)
    await pauseUntil(scene, endsAt + 10_000)
    return `${await leftAfter(tabs, endsAt)}, ${reads(scene.reads() - before)}`
  },
})

/** Five tabs poll, and their clock is moved. */
const polls = (how: string, offset: number): Row => ({
  id: 'S36',
  what: `the clock is set ${how} by an hour while five tabs poll: reads per interval from then on`,
  async run(scene) {
    await scene.signInUnseen()
    const tabs = await scene.openTabs(5, { refetchInterval: INTERVAL_S })
    await setClock(tabs, offset)
    return readsPerInterval(scene)
  },
})

export const timeRows: Row[] = [
  ends('S33', 'that nobody has touched'),
  {
    id: 'S34',
    what: `one of five tabs polls each second, for three times as long as a session of ${LIFE_S} s lasts`,
    maxAge: LIFE_S,
    async run(scene) {
      await scene.signInUnseen()
      const tabs = await scene.openTabs(1, { refetchInterval: 1 })
      tabs.push(...(await scene.openTabs(4)))
      const before = scene.reads()
      await scene.pause(3 * LIFE_S * 1_000)
      return `${await stayed(tabs)} of 5 have shown nothing else, ${reads(scene.reads() - before)}`
    },
  },
  {
    id: 'S34',
    what: `a session of ${LIFE_S} s is extended once where none of five tabs sees it; it ends in the end`,
    maxAge: LIFE_S,
    async run(scene) {
      await scene.signInUnseen()
      const end = watchEnd(scene)
      const tabs = await scene.openTabs(5)
      const knownEnd = end()
      await scene.pause(1_000)
      await scene.context.request.get('/api/auth/session')
      const before = scene.reads()
      await pauseUntil(scene, knownEnd + 4_000)
      const kept = await stayed(tabs)
      await pauseUntil(scene, end() + 10_000)
      const left = await shows(tabs, 'unauthenticated')
      return `${kept} of 5 keep it, then ${left} of 5 leave it, ${reads(scene.reads() - before)}`
    },
  },
  ends('S36', 'whose clock was set back by an hour before that', -HOUR_MS),
  ends('S36', 'whose clock was set forward by an hour before that', HOUR_MS),
  polls('back', -HOUR_MS),
  polls('forward', HOUR_MS),
]
