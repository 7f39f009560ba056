import type { RecordedEvent } from '../recording'
import type { Redactor } from '../redaction/redactor'

/** Replaces nothing: for an app that has said so. */
export const showAll: Pick<Redactor, 'redact' | 'event'> = {
  redact: (value) => value,
  event: (event) => event as RecordedEvent,
}
