import type { TabEnvironment } from '../../../src/testing/world/tab-environment'
import type { Chronicle } from './chronicle'
import { LOCK, STORAGE } from './chronicle'
import { shortened } from './words'

/** Of those who have heard that the lock is theirs, the last one: it need not know that it has been robbed. */
interface Turn {
  isRobbed: boolean
}

/** Tells who has the lock of all tabs and who wants it, and what is written down of the writes. */
export function watchShared(chronicle: Chronicle) {
  let turn: Turn | null = null

  return (tab: string, environment: TabEnvironment) => {
    const tell = (arrow: '->>' | '-x', to: string, text: string) =>
      chronicle.isAlive(tab) && chronicle.tell({ from: tab, to, arrow, text })
    const hear = (arrow: '-->>' | '--x', text: string) =>
      chronicle.isAlive(tab) && chronicle.tell({ from: LOCK, to: tab, arrow, text })

    return {
      writeShared(key: string, value: string) {
        // When somebody has read is in the messages, too, and tabs that run next-auth are not here.
        const isLedger = key.startsWith('sessionchart:') && !key.endsWith(':read')
        const isNews = isLedger && environment.readShared(key) !== value
        if (isNews) tell('->>', STORAGE, shortened(value.replaceAll('"', '')))
        return environment.writeShared(key, value)
      },

      requestLock(name, options, run) {
        const holder = chronicle.holder(name)
        if (options.steal) tell('->>', LOCK, `robs ${holder ?? 'nobody'}`)
        // Where it is free, its grant says as much.
        else if (holder) tell('->>', LOCK, `waits behind ${holder}`)
        if (options.steal && turn) turn.isRobbed = true

        let own: Turn | null = null
        const taken = environment.requestLock(name, options, async () => {
          hear('-->>', 'granted')
          own = turn = { isRobbed: false }
          await run()
        })
        const end = () => {
          if (!own) tell('-x', LOCK, 'waits no more')
          else if (own.isRobbed) hear('--x', 'was robbed')
          else tell('->>', LOCK, 'lets go')
          if (turn === own) turn = null
        }
        taken?.then(end, end)
        return taken
      },
    } satisfies Partial<TabEnvironment>
  }
}
