'use client'

export { SessionDevtoolsPanel, type SessionDevtoolsPanelProps } from './session-devtools-panel'
