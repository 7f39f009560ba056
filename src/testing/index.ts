'use client'

export { TestSessionProvider, type TestSessionProviderProps } from './test-session-provider'
