import type { SessionState } from 'sessionchart'

/** What the stage tells both sides to do. */
export const SIGN_IN = 'sign in'

/** What the stage asks the page that a frame has come to. */
export const WHO_IS_THERE = 'who is there?'

/** What the pages that belong in a frame answer. An error page does not, and a page that cannot be reached neither. */
export const HERE = 'here'

/** What a side tells the stage about itself. */
export interface Report {
  height: number
  status: SessionState['status']
}

export const isReport = (data: unknown): data is Report => typeof Object(data).height === 'number'
