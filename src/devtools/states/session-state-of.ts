import { projectState, type SessionState } from 'sessionchart'
import type { SessionSnapshot } from 'sessionchart/inspect'

/** What an app has seen whose chart stood there. */
export const sessionStateOf = (snapshot: SessionSnapshot): SessionState =>
  projectState(snapshot.context, (tag) => snapshot.hasTag(tag))
