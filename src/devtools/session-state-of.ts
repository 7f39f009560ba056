import { projectState, type SessionState } from 'sessionchart'
import type { Snapshot } from './snapshot'

/** What an app has seen whose chart stood there. */
export const sessionStateOf = (snapshot: Snapshot): SessionState =>
  projectState(snapshot.context, (tag) => snapshot.hasTag(tag))
