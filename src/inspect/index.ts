export { type DescribeOptions, describeCause } from './describe-cause'
export { describeState } from './describe-state'
export type { RecordedEvent, RecordedPart, RecordedStep, Recording } from './recording'
