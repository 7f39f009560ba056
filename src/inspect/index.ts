export type { RecordedEvent, RecordedPart, RecordedStep, Recording } from './recording'
