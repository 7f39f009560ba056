import type { RefetchTrigger, SessionContext, SessionEvent } from 'sessionchart/machines/session'
import { type Move, move } from './move'
import { contextOf, type Situation } from './situation'

const refetch = (at: number, trigger: RefetchTrigger): SessionEvent => ({
  type: 'session.refetch',
  at,
  trigger,
  ...(trigger === 'call' && { id: `call at ${at}` }),
})
const operation = { at: 0, id: 'of the path', provider: null }
const idle = { operation: 'idle' } as const
const quiet = (situation: Situation) => {
  const { readers, later, updates } = contextOf(situation)
  return readers.length + later.length + updates.length === 0
}
/** One call at a time: more of them make no other state. */
const call = (made: Move): Move => ({
  ...made,
  from: (situation, who) => (quiet(situation) ? made.from(situation, who) : null),
})

/** A tab that reads gives way to what changes the session, and asks again afterwards: too much for one path. */
const change = (made: Move): Move => ({
  ...made,
  from: (situation, who) => (situation.otherTab === 'a read' ? null : made.from(situation, who)),
})

/** What users, apps and devices do. */
export const outsideMoves: Move[] = [
  call(
    move(
      'the app asks for the session',
      idle,
      (at) => [refetch(at, 'call')],
      ({ browser, tab }) => browser.go(() => tab.call((client) => client.refetch())),
    ),
  ),
  change(
    call(
      move(
        'the app updates the session',
        idle,
        (at) => [{ type: 'session.update', at, id: `update at ${at}` }],
        ({ browser, tab }) => browser.go(() => tab.call((client) => client.update({}))),
      ),
    ),
  ),
  change(
    move(
      'the user signs in with a form',
      idle,
      (at) => [{ ...operation, type: 'session.signIn', at, redirect: 'never' }],
      ({ browser, tab }) =>
        browser.go(() => tab.call((client) => client.signIn('credentials', { redirect: false }))),
    ),
  ),
  change(
    move(
      'the user signs in with a provider',
      idle,
      (at) => [{ ...operation, type: 'session.signIn', at, redirect: 'always' }],
      ({ browser, tab }) => browser.go(() => tab.call((client) => client.signIn())),
    ),
  ),
  change(
    move(
      'the user signs out and stays on the page',
      idle,
      (at) => [{ ...operation, type: 'session.signOut', at, redirect: 'never' }],
      ({ browser, tab }) => browser.go(() => tab.call((client) => client.signOut({ redirect: false }))),
    ),
  ),
  change(
    move(
      'the user signs out',
      idle,
      (at) => [{ ...operation, type: 'session.signOut', at, redirect: 'always' }],
      ({ browser, tab }) => browser.go(() => tab.call((client) => client.signOut())),
    ),
  ),
  move(
    'the app sends the user to sign in',
    idle,
    (at) => [{ type: 'session.leave', at, id: 'of the path' }],
    ({ browser, tab }) => browser.go(() => tab.call((client) => client.requireSignIn())),
  ),
  move(
    'the user goes to another page of the app',
    idle,
    (at, situation) => {
      const { settings } = contextOf(situation)
      return [{ type: 'settings.changed', at, settings: { ...settings, refetchKey: nextPage(settings) } }]
    },
    ({ browser, tab, configure }, situation) => {
      const { refetchKey } = contextOf(situation).settings
      return browser.go(() => tab.client.configure(configure({ refetchKey })))
    },
  ),
  move(
    'the network is lost',
    { network: 'online' },
    (at) => [{ type: 'network.lost', at }],
    ({ network }) => network.goOffline(),
  ),
  move(
    'the network is back',
    { network: 'offline' },
    (at) => [{ type: 'network.restored', at }],
    ({ network }) => network.goOnline(),
  ),
  move(
    'the tab is hidden',
    { visibility: 'visible' },
    (at) => [{ type: 'tab.becameHidden', at }],
    ({ page }) => page.hide(),
  ),
  move(
    'the tab is shown',
    { visibility: 'hidden' },
    (at) => [{ type: 'tab.becameVisible', at }],
    ({ page }) => page.show(),
  ),
  move(
    'the page is left, and kept by the browser',
    { visibility: 'visible' },
    (at) => [{ type: 'page.left', at }],
    ({ page }) => page.leave(),
  ),
  move(
    'the page is back',
    { visibility: 'away' },
    // As a browser says it.
    (at) => [
      { type: 'page.restored', at },
      { type: 'tab.becameVisible', at },
      { type: 'page.restored', at },
    ],
    ({ page }) => page.comeBack(),
  ),
]

const nextPage = ({ refetchKey }: SessionContext['settings']) =>
  refetchKey === null ? '/' : `${refetchKey}next/`
