import { proceed } from '../chart'
import { configure, fact } from '../events'
import { LATER, settings, THEN } from '../fixtures'
import { answered, idle, idleOffline, loading, reading, signedOutIdle, waitingOffline } from '../situations'
import type { Table } from '../table'

const asks = (trigger: string) => ({
  notes: { trigger },
  starts: [['readSession', { trigger }] as [string, unknown]],
})
const hidden = proceed(idle, fact('tab.becameHidden'))
const away = proceed(idle, fact('page.left'))
const noFocus = { ...settings, refetchOnWindowFocus: false }
const hiddenNoFocus = proceed(hidden, configure(noFocus))
const alone = proceed(idle, fact('tabs.unavailable'))

export const networkRows: Table = {
  'is lost': {
    given: idle,
    when: fact('network.lost'),
    goes: { network: 'offline' },
    notes: { online: false },
  },
  'is lost once more': { given: idleOffline, when: fact('network.lost') },
  'is back, which is a reason to read': {
    given: idleOffline,
    when: fact('network.restored'),
    goes: { network: 'online', request: { reading: 'asking' } },
    notes: { online: true, trigger: 'reconnect' },
    starts: [['readSession', { trigger: 'reconnect' }]],
    raises: ['session.refetch'],
  },
  'is back without having been away': { given: idle, when: fact('network.restored'), raises: [] },
  'does not abort a read that is out': {
    given: reading,
    when: fact('network.lost'),
    goes: { network: 'offline' },
    notes: { online: false },
  },
  'was lost before the start, which does not abort the first read': {
    given: loading,
    when: fact('network.lost'),
    goes: { network: 'offline' },
    notes: { online: false },
  },
}

export const visibilityRows: Table = {
  'is lost': { given: idle, when: fact('tab.becameHidden'), goes: { visibility: 'hidden' } },
  'is back, which is a reason to read': {
    given: hidden,
    when: fact('tab.becameVisible'),
    ...asks('focus'),
    goes: { visibility: 'visible', request: { reading: 'asking' } },
    raises: ['session.refetch'],
  },
  'is a reason to look whether somebody has signed in': {
    given: proceed(signedOutIdle, fact('tab.becameHidden')),
    when: fact('tab.becameVisible'),
    ...asks('focus'),
    goes: { visibility: 'visible', request: { reading: 'asking' } },
  },
  'is no reason to read when the app does not want that': {
    given: hiddenNoFocus,
    when: fact('tab.becameVisible'),
    goes: { visibility: 'visible' },
    raises: [],
  },
  'is no reason to read while offline': {
    given: proceed(hidden, fact('network.lost')),
    when: fact('tab.becameVisible'),
    goes: { visibility: 'visible' },
  },
  'ends when the page is left, which is silent from then on': {
    given: idle,
    when: fact('page.left'),
    goes: { visibility: 'away', tabs: 'silent' },
    stops: ['listenToTabs'],
  },
  'ends when a hidden page is left': {
    given: hidden,
    when: fact('page.left'),
    goes: { visibility: 'away', tabs: 'silent' },
    stops: ['listenToTabs'],
  },
  'is not back before the page is': { given: away, when: fact('tab.becameVisible'), raises: [] },
  'is not lost once more after the page was left': { given: away, when: fact('tab.becameHidden') },
  'is back with the page, which is a reason to read': {
    given: away,
    when: fact('page.restored'),
    ...asks('restored'),
    goes: { visibility: 'visible', request: { reading: 'asking' }, tabs: { listening: 'rejoining' } },
    starts: [['listenToTabs'], ['readSession', { trigger: 'restored' }]],
    raises: ['session.refetch'],
  },
  'is back with the page while offline': {
    given: proceed(away, fact('network.lost')),
    when: fact('page.restored'),
    goes: { visibility: 'visible', tabs: { listening: 'rejoining' } },
    notes: { wish: 'restored' },
    starts: [['listenToTabs']],
  },
  'was not lost when a page comes back that was not left': {
    given: idle,
    when: fact('page.restored'),
    raises: [],
  },
}

export const tabsRows: Table = {
  'give a reason to read': {
    given: idle,
    when: fact('otherTab.changed'),
    goes: { request: { reading: 'asking' } },
    ...asks('other-tab'),
    notes: { trigger: 'other-tab', limitedAt: LATER },
    raises: ['session.refetch'],
  },
  'give a reason to read again when one has signed out': {
    given: reading,
    when: fact('otherTab.signedOut'),
    ...asks('other-tab-sign-out'),
    stops: ['readSession'],
    raises: ['session.refetch'],
  },
  'give a reason to believe no answer that was asked for before': {
    given: answered,
    when: fact('otherTab.signedOut', THEN),
    ...asks('other-tab-sign-out'),
    goes: { request: { reading: 'asking' } },
    notes: { trigger: 'other-tab-sign-out', order: { epoch: 0, stamp: THEN, from: '' } },
  },
  'are asked about offline, too, when one has signed out': {
    given: waitingOffline,
    when: fact('otherTab.signedOut'),
    ...asks('other-tab-sign-out'),
    goes: { request: { reading: 'asking' } },
  },
  'are asked about later while offline when one has changed': {
    given: idleOffline,
    when: fact('otherTab.changed'),
    notes: { wish: 'other-tab' },
  },
  'cannot be heard everywhere': {
    given: idle,
    when: fact('tabs.unavailable'),
    goes: { tabs: 'alone' },
    stops: ['listenToTabs'],
  },
  'are not heard where they cannot be': { given: alone, when: fact('otherTab.changed'), raises: [] },
}
