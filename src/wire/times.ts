import type { ClockBounds } from 'sessionchart/machines/session'

interface Times {
  clock?: ClockBounds
  retryAfterMs?: number
}

/** What the headers of an answer say about time. Those of another origin may be hidden. */
export function timesIn(headers: Headers | undefined, sentAt: number, receivedAt: number): Times {
  const read = (name: string) => headers?.get?.(name) ?? ''
  const date = Date.parse(read('Date'))
  // A cache answers with the date of then. The date has no fractions of a second.
  const isOwn = date > 0 && !read('Age')
  const clock = { min: date - receivedAt, max: date + 999 - sentAt }
  const retryAfter = read('Retry-After')
  const seconds = Number(retryAfter)
  const retryAfterMs = seconds >= 0 ? seconds * 1_000 : Date.parse(retryAfter) - (isOwn ? date : receivedAt)
  return { ...(isOwn && { clock }), ...(retryAfter && retryAfterMs > 0 && { retryAfterMs }) }
}
