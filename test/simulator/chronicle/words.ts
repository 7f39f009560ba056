import type { TabMessage } from '../../../src/tabs/tab-message'
import type { Tab } from '../../../src/testing/world/tab'
import { START } from '../../../src/testing/world/world'
import type { Answer, AskedServer, Token } from '../server'

/** The number of a write or an answer, from where the clock was when the walk began. One below is as it is: no write. */
const numberWords = (number: number) => (number < START / 2 ? String(number) : `+${number - START}`)

/** In what others have written, too. */
export const shortened = (text: string) => text.replace(/\d{13,}/g, (digits) => numberWords(Number(digits)))

/** Whom a session or a cookie is of. */
function whoWords(session: unknown): string {
  if (!session) return 'nobody'
  const { user, version, turn } = session as {
    user: Token['user'] | { id: string }
    version: number
    turn?: number
  }
  return [
    typeof user === 'string' ? user : user.id,
    ...(version > 0 ? [`version ${version}`] : []),
    ...(turn === undefined ? [] : [`answer ${turn}`]),
  ].join(', ')
}

export function askWords({ method, path, body, cookie }: AskedServer): string {
  const user = new URLSearchParams(body).get('username')
  return `${method} ${path}${user ? ` as ${user}` : ''} (cookie: ${whoWords(cookie)})`
}

export function answerWords({ path }: AskedServer, { status, body, cookie }: Answer): string {
  const says = path === '/session' ? ` ${whoWords(body)}` : ''
  return `${status}${says}${cookie === undefined ? '' : ` (sets the cookie: ${whoWords(cookie)})`}`
}

export function messageWords(message: TabMessage): string {
  switch (message.kind) {
    case 'began':
      return `began ${message.op}, write ${numberWords(message.epoch)}`
    case 'ended':
      return `ended write ${numberWords(message.epoch)}`
    case 'answered':
      return `answered ${whoWords(message.session)} (${message.why}, ${orderWords(message)})`
    case 'failed':
      return `failed ${message.failures} times, again in ${message.pauseMs} ms (${orderWords(message)})`
    case 'asked':
      return 'asked for the last answer'
  }
}

/** What a tab shows, why, and the place of the answer that it shows. */
export function shownWords({ client }: Tab): string {
  const { status, data, cause, error } = client.getState()
  const why = 'trigger' in cause ? `${cause.type}, ${cause.trigger}` : cause.type
  const who = status === 'loading' ? 'is loading' : `shows ${whoWords(data)}`
  const { order } = client.actor.getSnapshot().context
  return `${who} (${why}, ${orderWords(order)})${error ? `, the last request failed (${error.code})` : ''}`
}

const orderWords = ({ epoch, stamp }: { epoch: number; stamp: number }) =>
  `order ${numberWords(epoch)}/${numberWords(stamp)}`
