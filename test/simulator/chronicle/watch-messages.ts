import type { TabMessage } from '../../../src/tabs/tab-message'
import type { TabEnvironment } from '../../../src/testing/world/tab-environment'
import type { Chronicle } from './chronicle'
import { seconds } from './sequence-diagram'
import { messageWords } from './words'

interface OpenChannel {
  tab: string
  name: string
}

interface Posted {
  at: number
  to: OpenChannel
  text: string
  isHeard(): void
}

// A message that comes later than this was waiting for its tab.
const LATE_MS = 20

/** Tells what tabs say to each other: where it is heard, or where it was said, when it never is. */
export function watchMessages(chronicle: Chronicle) {
  const channels = new Set<OpenChannel>()
  const underWay = new Set<Posted>()

  return (tab: string, environment: TabEnvironment): Pick<TabEnvironment, 'openChannel'> => ({
    openChannel(name, onMessage) {
      const own = { tab, name }
      const channel = environment.openChannel(name, (message) => {
        hear(own, message)
        onMessage(message)
      })
      if (!channel) return null
      channels.add(own)
      return {
        post(message: unknown) {
          if (chronicle.isAlive(tab)) post(own, message)
          channel.post(message)
        },
        close() {
          channels.delete(own)
          channel.close()
        },
      }
    },
  })

  function post(own: OpenChannel, message: unknown) {
    // What is said to tabs that run next-auth is heard by none of ours.
    if (!own.name.startsWith('sessionchart:')) return
    for (const to of channels) {
      if (to === own || to.name !== own.name || !chronicle.isAlive(to.tab)) continue
      const text = messageWords(message as TabMessage)
      const line = { from: own.tab, to: to.tab, arrow: '-x' as const, text: `${text} is never heard` }
      const withdraw = chronicle.tell(line)
      const posted = {
        at: chronicle.now(),
        to,
        text: JSON.stringify(message),
        isHeard() {
          underWay.delete(posted)
          withdraw()
          const delay = chronicle.now() - posted.at
          const late = delay > LATE_MS ? `, said ${seconds(delay)} ago` : ''
          chronicle.tell({ ...line, arrow: '-)', text: `${text}${late}` })
        },
      }
      underWay.add(posted)
    }
  }
  function hear(to: OpenChannel, message: unknown) {
    const text = JSON.stringify(message)
    for (const posted of underWay) {
      if (posted.to === to && posted.text === text) return posted.isHeard()
    }
  }
}
