'use client'

export { SessionDevtoolsPanel, type SessionDevtoolsPanelProps } from './panel/session-devtools-panel'
