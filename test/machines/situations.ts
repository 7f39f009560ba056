import { proceed } from './chart'
import { call, configure, ends, fact, leave, refetch, rings, signIn, signOut, update } from './events'
import { ann, END, polling, pollingOnline, settings, signedIn, start, THEN, unknown } from './fixtures'

// The situations that the tables begin with, each reached by what leads there. Ann is signed in unless the name
// says otherwise.

/** The first read is out. */
export const loading = start().snapshot
export const idle = start({ session: ann }).snapshot
export const idleOffline = proceed(idle, fact('network.lost'))
export const signedOutIdle = start({ session: null }).snapshot

export const reading = proceed(idle, refetch('focus'))
/** The page was left while it was out. */
export const suspended = proceed(reading, fact('page.left'))
export const readingOffline = proceed(reading, fact('network.lost'))
/** Two calls wait for the read that is out. */
export const readingForCalls = proceed(idle, call('r1'), call('r2'))
/** So many calls wait for it that further ones wait for the next read. */
export const readingForMany = proceed(idle, ...Array.from({ length: 8 }, (_, index) => call(`m${index + 1}`)))
/** One of these does. */
export const readingForMore = proceed(readingForMany, call('m9'))

/** The server has just said who is signed in. */
export const answered = proceed(reading, ends('readSession', signedIn()))
export const otherPage = { ...settings, refetchKey: '/other' }
/** A changed page was just read for. */
export const navigated = proceed(answered, configure(otherPage, THEN), ends('readSession', signedIn()))
export const lastPage = { ...settings, refetchKey: '/last' }
/** A reason to read that can wait has come a second later. */
export const resting = proceed(navigated, configure(lastPage, THEN + 1_000))

export const waiting = proceed(reading, ends('readSession', unknown()))
export const waitingOffline = proceed(waiting, fact('network.lost'))
/** The first read has failed. */
export const unreachable = proceed(loading, ends('readSession', unknown()))

export const updating = proceed(idle, update('u1'))
/** Behind the update that is out wait another one and a call. */
export const updatingForOthers = proceed(updating, update('u2'), call('r1'))

export const signingIn = proceed(idle, signIn('s1'))
export const signingOut = proceed(idle, signOut('s1'))
/** A sign-in that has to wait for an update. */
export const signingInQueued = proceed(updating, signIn('s1'))
export const signingOutQueued = proceed(updating, signOut('s1'))

export const departing = proceed(idle, leave('l1'))
export const departed = proceed(departing, ends('navigate'))

export const pollingWaiting = start({ session: ann, settings: polling }).snapshot
export const pollingPaused = proceed(
  start({ session: ann, settings: pollingOnline }).snapshot,
  fact('network.lost'),
)

/** The session has a minute left. */
export const expiring = proceed(idle, rings('lifetime', END - 60_000))
/** It has none, and the server is asked. */
export const confirming = proceed(expiring, rings('lifetime', END + 1_000))
