export { createRecorder, type Recorder, type RecorderOptions } from './flight-recorder/recorder'
export { type Replay, type ReplayDifference, type ReplayedPart, replay } from './flight-recorder/replay'
export { type ToTestOptions, toTest } from './flight-recorder/to-test'
export type { Possibility, PossibilityName, Verdict } from './next/possibility'
export { whatNext } from './next/what-next'
export type { RecordedEnd, RecordedEvent, RecordedPart, RecordedStep, Recording } from './recording'
export { type Inspect, redact } from './redaction/redact'
export { createRedactor, type RedactOptions, type Redactor } from './redaction/redactor'
export type { SessionSnapshot } from './session-snapshot'
export {
  type StatelyInspector,
  type StatelyInspectorOptions,
  statelyInspector,
} from './stately/stately-inspector'
export { type DescribeOptions, describeCause } from './words/describe-cause'
export { describeState } from './words/describe-state'
