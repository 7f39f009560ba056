import type { TabEnvironment } from '../../../src/testing/world/tab-environment'
import type { Chronicle } from './chronicle'
import { LOCK, STORAGE } from './chronicle'
import { shortened } from './words'

/** Tells who has the lock of all tabs and who wants it, and what is written down of the writes. */
export function watchShared(chronicle: Chronicle, tab: string, environment: TabEnvironment) {
  const tell = (arrow: '->>' | '-x', to: string, text: string) =>
    chronicle.tell({ from: tab, to, arrow, text })
  const hear = (arrow: '-->>' | '--x', text: string) => chronicle.tell({ from: LOCK, to: tab, arrow, text })

  return {
    writeShared(key: string, value: string) {
      // When somebody has read is in the messages, too, and tabs that run next-auth are not here.
      const isLedger = key.startsWith('sessionchart:') && !key.endsWith(':read')
      const isNews = isLedger && environment.readShared(key) !== value
      if (isNews && chronicle.isAlive(tab)) tell('->>', STORAGE, shortened(value.replaceAll('"', '')))
      return environment.writeShared(key, value)
    },

    requestLock(name, options, run) {
      if (chronicle.isAlive(tab)) {
        const holder = chronicle.holder(name)
        if (options.steal) tell('->>', LOCK, `robs ${holder ?? 'nobody'}`)
        // Where it is free, its grant says as much.
        else if (holder) tell('->>', LOCK, `waits behind ${holder}`)
      }
      let place: 'queue' | 'turn' = 'queue'
      let hasLetGo = false
      const taken = environment.requestLock(name, options, async () => {
        if (chronicle.isAlive(tab)) hear('-->>', 'granted')
        place = 'turn'
        await run()
        hasLetGo = true
      })
      const end = () => {
        if (!chronicle.isAlive(tab)) return
        if (place === 'queue') tell('-x', LOCK, 'waits no more')
        else if (hasLetGo || options.signal?.aborted) tell('->>', LOCK, 'lets go')
        else hear('--x', 'was robbed')
      }
      taken?.then(end, end)
      return taken
    },
  } satisfies Partial<TabEnvironment>
}
