import { isRead, type Tab } from '../../../test/many-tabs/visitor'
import { backButton } from './back-button'
import { first, INTERVAL_S, type Row, reads, readsPerInterval, type Scene, shows, times } from './row'
import { timeRows } from './time-rows'

const ROUNDS = 20

const down = () => new Response('<h1>Down</h1>', { status: 503 })
/** The next read fails, and no other. */
const failOnce = ({ server }: Scene) => {
  let isOver = false
  server.intercept((request) => {
    if (isOver || !isRead(request)) return
    isOver = true
    return down()
  })
}

const polls = (count: number): Row => ({
  id: 'S25',
  what: `${times(count, 'tab')} poll${count === 1 ? 's' : ''}: reads per interval`,
  async run(scene) {
    await scene.signInUnseen()
    await scene.openTabs(count, { refetchInterval: INTERVAL_S })
    return readsPerInterval(scene)
  },
})

/** A read is answered late, with the old session and its cookie; a tab signs out meanwhile. */
const lateAnswer = (what: string, reader: 0 | 1): Row => ({
  id: 'S11',
  what: `${what}, ${ROUNDS} times`,
  async run(scene) {
    const tabs = await scene.openTabs(2)
    let shown = 0
    let cookies = 0
    for (let round = 0; round < ROUNDS; round++) {
      scene.server.intercept(null)
      await first(tabs).signIn('ann')
      await scene.pause(200)
      scene.server.intercept(async (request, pass) => {
        const answer = await pass()
        if (isRead(request)) await scene.pause(300)
        return answer
      })
      const read = (tabs[reader] as Tab).getSession()
      await scene.pause(50)
      await first(tabs).signOut()
      await read
      await scene.pause(700)
      if ((await shows(tabs, 'unauthenticated')) < 2) shown += 1
      if (await scene.hasCookie()) cookies += 1
      await scene.context.clearCookies()
    }
    return `signed in on a screen ${shown}×, cookie back ${cookies}×`
  },
})

/** One of five tabs changes who is signed in. */
const change = (
  what: string,
  text: string,
  act: (tab: Tab) => Promise<void>,
  { isSignedIn = false } = {},
): Row => ({
  id: 'S31',
  what,
  async run(scene) {
    if (isSignedIn) await scene.signInUnseen()
    const tabs = await scene.openTabs(5)
    const before = scene.reads()
    await act(first(tabs))
    await scene.pause(3_000)
    return `${await shows(tabs, text)} of 5 show it, ${reads(scene.reads() - before)}`
  },
})

export const rows: Row[] = [
  ...[1, 2, 5, 10, 20].map(polls),
  {
    id: 'S26',
    what: 'ten tabs are opened together',
    async run(scene) {
      await scene.signInUnseen()
      await scene.openTabs(10)
      await scene.pause(1_000)
      return reads(scene.reads())
    },
  },
  {
    id: 'S25',
    what: 'ten tabs come to the front together, six seconds after the last read',
    async run(scene) {
      await scene.signInUnseen()
      const tabs = await scene.openTabs(10)
      await Promise.all(tabs.map((tab) => tab.turn('hidden')))
      await scene.pause(6_000)
      const before = scene.reads()
      await Promise.all(tabs.map((tab) => tab.turn('visible')))
      await scene.pause(2_000)
      return reads(scene.reads() - before)
    },
  },
  {
    id: 'S24',
    what: 'a tab is hidden and shown five times within a second',
    async run(scene) {
      await scene.signInUnseen()
      const tab = first(await scene.openTabs(1))
      await scene.pause(6_000)
      const before = scene.reads()
      for (let time = 0; time < 5; time++) {
        await tab.turn('hidden')
        await tab.turn('visible')
        await scene.pause(150)
      }
      await scene.pause(1_000)
      return reads(scene.reads() - before)
    },
  },
  {
    id: 'S04',
    what: 'ten tabs are online again, six seconds after the last read',
    async run(scene) {
      await scene.signInUnseen()
      await scene.openTabs(10)
      await scene.context.setOffline(true)
      await scene.pause(6_000)
      const before = scene.reads()
      await scene.context.setOffline(false)
      await scene.pause(3_000)
      return reads(scene.reads() - before)
    },
  },
  {
    id: 'S05',
    what: 'a link is gone every 0.6 s for 0.6 s, polling each second, for 12 s',
    async run(scene) {
      await scene.signInUnseen()
      await scene.openTabs(1, { refetchInterval: 1 })
      const before = scene.reads()
      for (let time = 0; time < 10; time++) {
        await scene.context.setOffline(true)
        await scene.pause(600)
        await scene.context.setOffline(false)
        await scene.pause(600)
      }
      return reads(scene.reads() - before)
    },
  },
  {
    id: 'S01',
    what: 'one read of a poll fails (503 with a page), the next one would not',
    async run(scene) {
      await scene.signInUnseen()
      const tab = first(await scene.openTabs(1, { refetchInterval: 2 }))
      failOnce(scene)
      await scene.pause(8_000)
      const shown = await tab.everShown()
      return shown.slice(shown.indexOf('authenticated Ann')).join(' → ')
    },
  },
  {
    id: 'S02',
    what: 'the first read fails (503 with a page), the next one would not; no polling',
    async run(scene) {
      await scene.signInUnseen()
      failOnce(scene)
      const tab = first(await scene.openTabs(1))
      await scene.pause(6_000)
      return (await tab.everShown()).join(' → ')
    },
  },
  {
    id: 'S10',
    what: 'the server is down for 10 s, five tabs poll each second',
    async run(scene) {
      await scene.signInUnseen()
      await scene.openTabs(5, { refetchInterval: 1 })
      scene.server.intercept((request) => (isRead(request) ? down() : undefined))
      const before = scene.reads()
      await scene.pause(10_000)
      return reads(scene.reads() - before)
    },
  },
  lateAnswer('a read is answered 0.3 s late, the same tab signs out meanwhile', 0),
  lateAnswer('a read is answered 0.3 s late, another tab signs out meanwhile', 1),
  change('one of five tabs signs in without leaving its page', 'authenticated Ann', (tab) =>
    tab.signIn('ann'),
  ),
  change('one of five tabs signs out without leaving its page', 'unauthenticated', (tab) => tab.signOut(), {
    isSignedIn: true,
  }),
  {
    id: 'S15',
    what: 'another user signs in in another of five tabs',
    async run(scene) {
      await scene.signInUnseen()
      const tabs = await scene.openTabs(5)
      await first(tabs).signIn('bob')
      await scene.pause(3_000)
      return `${await shows(tabs, 'authenticated Bob')} of 5 show the new one`
    },
  },
  backButton,
  ...timeRows,
]
