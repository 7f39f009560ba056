import type { Environment } from 'sessionchart/client'
import type { SessionContext, SessionEvent, TurnInput } from 'sessionchart/machines/session'
import { channelName } from './channel-name'
import { type Ledger, readLedger, writeLedger } from './ledger'
import { openSessionTabs, type SessionTabs } from './session-tabs'
import { isNumber, type TabMessage, type TabNews } from './tab-message'
import { takeTurn } from './turn'

// A lock that is given up overtakes what was said before. After so long it never did.
const LINGER_MS = 25

/** What a client is to the tabs. */
export interface TabsKit {
  environment: Environment
  tabId: string
  apiBase(): string
  /** The option of that name. */
  channel(): string | null | undefined
}

/** What is written down when the turn comes. */
export interface Found {
  /** The number of the last write. */
  epoch: number
  /** When a write got its turn that has not said that it was over, in epoch milliseconds. */
  openSince: number | null
  /** The stamp of the last answer. */
  readAt: number | null
}

interface TurnHears {
  came(found: Found): void
  lost(): void
}

type Answer = Pick<SessionContext, 'data' | 'expiresAt' | 'tookMs' | 'order'>
type Why = Extract<TabNews, { kind: 'answered' }>['why']

/** The tabs of the same browser with a client of ours for the same endpoints, and how this one agrees with them. */
export interface Tabs {
  /** Hears them until the signal aborts. `false` where they cannot be heard. */
  listen(hear: (message: TabMessage) => void, signal: AbortSignal): boolean
  /** What is written down of the last write. */
  ledger(): Ledger
  /**
   * What is written down for a client that begins to listen: whether what its page brings may be older than the last write,
   * and whether the page is where a tab has come back to that had left to sign in, as far as can be told.
   */
  join(): Omit<Ledger, 'leaving'> & Found & { mayBeOld: boolean; isReturn: boolean }
  /** Whether the page is where a tab has come back to that had left to sign in, and no page was told anything yet. */
  isReturn(): boolean
  /** Whether it is they who hear what this client says under that name. */
  isHeard(name: unknown): boolean
  name(): string
  /** Waits for the turn and keeps it until the signal aborts: shorter when `life` does, or the page is left. */
  takeTurn(wanted: TurnInput, hears: TurnHears, signal: AbortSignal, life: AbortSignal): void
  /** Tells that the write whose turn has come goes by another number now. */
  announceWrite(context: Pick<SessionContext, 'sent'>): void
  /** Tells what this client was answered. */
  shareAnswer(context: Answer, event: SessionEvent): void
  /** This client has taken over what another tab was answered. */
  noteAdopted(): void
  /** Tells its answer again. */
  repeatAnswer(context: Answer): void
  /** Tells the numbers of the last write and of the last answer, and not what it said: that may be old. */
  tellLastWrite(context: Pick<SessionContext, 'order'>): void
  shareSignOut(context: Pick<SessionContext, 'sent'>): void
  /** Writes down that there was a sign-out, whatever has become of it since. */
  noteSignOut(context: Pick<SessionContext, 'sent'>): void
  shareFailure(context: Pick<SessionContext, 'sent' | 'failures' | 'retryAt'>): void
  /** Asks for the last answer. */
  ask(): void
  /** The browser is about to leave, to sign in elsewhere. */
  noteLeaving(): void
}

// A tab comes back to a page once, whatever clients it has later.
const answered = new WeakMap<Environment['startedAt'], Set<string>>()
function answeredIn({ startedAt }: Environment): Set<string> {
  const names = answered.get(startedAt) ?? new Set()
  answered.set(startedAt, names)
  return names
}

export function createTabs({ environment, tabId, apiBase, channel }: TabsKit): Tabs {
  let open: SessionTabs | null = null
  let toldAt = Number.NEGATIVE_INFINITY
  const name = () => channelName(apiBase(), environment.href(), channel())
  const read = () => readLedger(environment, name())
  const write = (ledger: Ledger) => writeLedger(environment, name(), ledger)
  /** As `isReturn` says. */
  let isReturn = false
  /** What this tab is about to write, or waits to. */
  let writing: TurnInput['write'] = null
  // Beside the ledger, which others write at any time: these are for the tab that has the turn.
  const readAtKey = () => `${name()}:read`
  const openKey = () => `${name()}:open`

  const numberAt = (key: string) => {
    const number = Number(environment.readShared(key))
    return number > 0 && isNumber(number, environment.now()) ? number : null
  }
  const readAt = () => numberAt(readAtKey())
  const openSince = () => numberAt(openKey())
  const noteOpen = (since: number) => environment.writeShared(openKey(), String(since))

  const tell = (news: TabNews) => {
    if (!open) return
    open.post(news)
    toldAt = environment.now()
  }
  const tellAnswer = ({ data, expiresAt, tookMs, order }: Answer, why: Why) => {
    const { epoch, stamp } = order
    tell({ kind: 'answered', epoch, stamp, session: data ?? null, expiresAt, tookMs, why })
  }
  /** Whoever leaves from now on comes back to another page. */
  const noteAnswered = () => {
    answeredIn(environment).add(name())
    isReturn = false
  }
  const noteAnswer = ({ order }: Answer, why: Why) => {
    if (open) environment.writeShared(readAtKey(), String(Math.max(order.stamp, readAt() ?? 0)))
    const ledger = read()
    const out = why === 'sign-out' ? order.epoch : 0
    const leaving = ledger.leaving && !isReturn
    noteAnswered()
    if (out > ledger.out || leaving !== ledger.leaving) {
      write({ epoch: Math.max(ledger.epoch, order.epoch), out, leaving })
    }
  }

  const announce = (wanted: NonNullable<TurnInput['write']>) => {
    writing = wanted
    write({ ...read(), epoch: wanted.epoch })
    open?.post({ kind: 'began', ...wanted })
  }
  const noteSignOut = (epoch: number) => write({ ...read(), epoch, out: epoch })

  return {
    name,
    isHeard: (other) => open !== null && other === name(),
    listen(hear, signal) {
      if (signal.aborted) return true
      const own = openSessionTabs(environment, name(), tabId, hear)
      open = own
      signal.addEventListener('abort', () => {
        // Not at once: who is stopped in the middle of a write has to say so.
        Promise.resolve().then(() => {
          own?.close()
          if (open === own) open = null
        })
      })
      return own !== null
    },
    isReturn: () => isReturn && read().leaving,
    ledger: read,
    join() {
      const { epoch, out, leaving } = read()
      isReturn = leaving && !answeredIn(environment).has(name())
      const mayBeOld = epoch > environment.startedAt() || (epoch > 0 && environment.isRestoredNavigation())
      return { epoch, out, openSince: openSince(), readAt: readAt(), mayBeOld, isReturn }
    },
    takeTurn(wanted, hears, signal, life) {
      if (signal.aborted) return
      const turn = new AbortController()
      /** When this write got its turn. */
      let cameAt: number | null = null
      const leave = () => turn.abort()
      // Who is frozen or gone cannot let go any more.
      for (const type of ['pagehide', 'freeze'] as const) environment.on(type, leave, turn.signal)
      signal.addEventListener('abort', () => {
        // What has come of a write that its client has not waited for, nobody knows: others read as if it had died.
        const isUnknown = cameAt !== null && life.aborted
        if (!isUnknown && cameAt !== null && openSince() === cameAt) noteOpen(0)
        if (!isUnknown && wanted.write && writing) open?.post({ kind: 'ended', epoch: writing.epoch })
        const left = toldAt + LINGER_MS - environment.now()
        if (life.aborted || !environment.hasLocks() || !(left > 0)) return leave()
        const disarm = environment.after(Math.min(left, LINGER_MS), leave)
        life.addEventListener('abort', leave)
        turn.signal.addEventListener('abort', () => {
          disarm()
          life.removeEventListener('abort', leave)
        })
      })
      if (wanted.write) announce(wanted.write)
      const came = () => {
        const found = { epoch: read().epoch, openSince: openSince(), readAt: readAt() }
        if (wanted.write) {
          cameAt = environment.now()
          noteOpen(cameAt)
        } else if (environment.now() - (found.openSince ?? Infinity) >= wanted.writePatienceMs) {
          // No write lasts so long: its tab has died in it, and nobody need be patient for its sake any more.
          noteOpen(0)
        }
        hears.came(found)
      }
      const mayWrite = () => {
        const isTold = open !== null && environment.hasShared()
        // However long ago: a clock that is set makes any write look old, or new.
        return !isTold || openSince() !== null
      }
      const patienceMs = () => (mayWrite() ? wanted.writePatienceMs : wanted.patienceMs)
      takeTurn(environment, name(), patienceMs, { ...hears, came }, turn.signal)
    },
    announceWrite({ sent: { epoch } }) {
      if (writing) announce({ ...writing, epoch })
    },
    shareAnswer(context, event) {
      const why = whyOf(event)
      tellAnswer(context, why)
      noteAnswer(context, why)
    },
    noteAdopted() {
      if (isReturn) write({ ...read(), leaving: false })
      noteAnswered()
    },
    repeatAnswer: (context) => tellAnswer(context, 'read'),
    tellLastWrite: ({ order: { epoch, stamp } }) => open?.post({ kind: 'ended', epoch, stamp }),
    shareSignOut({ sent: { epoch, stamp } }) {
      tell({ kind: 'answered', epoch, stamp, session: null, expiresAt: null, tookMs: 0, why: 'sign-out' })
      noteSignOut(epoch)
    },
    noteSignOut: ({ sent }) => noteSignOut(sent.epoch),
    shareFailure({ sent, failures, retryAt }) {
      tell({ kind: 'failed', ...sent, failures, pauseMs: Math.max(0, retryAt - environment.now()) })
    },
    ask: () => open?.post({ kind: 'asked' }),
    noteLeaving: () => write({ ...read(), leaving: true }),
  }
}

/** What the answer that the event tells of is to the other tabs. */
function whyOf(event: SessionEvent): Why {
  const { trigger } = event as Extract<SessionEvent, { type: 'session.answered' }>
  return trigger === 'update' || trigger === 'sign-in' || trigger === 'sign-out' ? trigger : 'read'
}
