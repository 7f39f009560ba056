'use client'

export type { DevtoolsPosition } from './corner'
export { SessionDevtools, type SessionDevtoolsProps } from './session-devtools'
export { type RecordedClient, useSessionRecorder } from './use-session-recorder'
