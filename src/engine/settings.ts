import { compatOf, DEFAULT_TIMEOUT_SECONDS } from 'sessionchart/client'
import type { SessionSettings } from 'sessionchart/machines/session'
import type { EngineKit } from '../client/engine'

/** The settings that the chart decides by. */
export function settingsOf(options: ReturnType<EngineKit['options']>): SessionSettings {
  return {
    refetchIntervalMs: (options.refetchInterval ?? 0) * 1_000,
    refetchOnWindowFocus: options.refetchOnWindowFocus ?? true,
    refetchWhenOffline: options.refetchWhenOffline ?? true,
    refetchKey: options.refetchKey ?? null,
    refetchLimitMs: (options.refetchLimit ?? 5) * 1_000,
    expiryWarningMs: (options.expiryWarning ?? 60) * 1_000,
    asksAtExpiry: options.atExpiry !== 'end',
    requestTimeoutMs: (options.requestTimeout ?? DEFAULT_TIMEOUT_SECONDS) * 1_000,
    ignoresPropChanges: compatOf(options).ignoreSessionPropChanges ?? false,
  }
}
