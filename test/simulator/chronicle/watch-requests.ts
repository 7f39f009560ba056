import type { RequestNews } from '../network'
import type { Chronicle } from './chronicle'
import { SERVER } from './chronicle'
import { seconds } from './sequence-diagram'
import { answerWords, askWords } from './words'

// A good network is quicker.
const LATE_MS = 121

/** Tells what is asked of the server, and what becomes of it. */
export function watchRequests(chronicle: Chronicle): (news: RequestNews) => void {
  const sentAt = new WeakMap<object, number>()
  const arrivedAt = new WeakMap<object, number>()

  return ({ tab, is, asked, answer }) => {
    if (!chronicle.isAlive(tab)) return
    const name = `${asked.method} ${asked.path}`
    const delay = chronicle.now() - (sentAt.get(asked) ?? 0)
    const late = delay > LATE_MS ? `, after ${seconds(delay)}` : ''
    const says = answer ? answerWords(asked, answer) : ''
    switch (is) {
      case 'sent':
        sentAt.set(asked, chronicle.now())
        return chronicle.tell({ from: tab, to: SERVER, arrow: '->>', text: askWords(asked) })
      case 'taken back':
        return chronicle.tell({ from: tab, to: SERVER, arrow: '-x', text: `${name} is taken back${late}` })
      case 'lost on the way there':
        return chronicle.tell({
          from: SERVER,
          to: tab,
          arrow: '--x',
          text: `${name} was lost on the way${late}`,
        })
      case 'lost on the way back':
        return chronicle.tell({
          from: SERVER,
          to: tab,
          arrow: '--x',
          text: `${name}: ${says} was lost${late}`,
        })
      case 'arrived': {
        arrivedAt.set(asked, chronicle.now())
        const later = chronicle.isRunning(tab) ? '' : ', not heard yet'
        return chronicle.tell({
          from: SERVER,
          to: tab,
          arrow: '-->>',
          text: `${name}: ${says}${late}${later}`,
        })
      }
      case 'heard':
        if (arrivedAt.get(asked) === chronicle.now()) return
        return chronicle.tell({ over: tab, text: `hears the answer to ${name}: ${says}` })
    }
  }
}
