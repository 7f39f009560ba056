import { useCallback, useEffect, useState } from 'react'
import type { Setting } from '../../server/switches'

/** What the server knows: where the sides are, and how its switches are set. */
export interface StageSetting extends Setting {
  left: string
  right: string
  /** When the sessions end that are to end soon, in the time of this browser. */
  endsAt: number | null
}

const isNewer = (setting: StageSetting, known: StageSetting | null) =>
  !known || setting.revision >= known.revision

/**
 * The setting as the server has it, and how to change it. Nothing is shown before the server says so: then no
 * switch can lie.
 */
export function useSetting() {
  const [setting, setSetting] = useState<StageSetting | null>(null)

  const ask = useCallback(async (path: string, init?: RequestInit) => {
    const response = await fetch(path, init).catch(() => null)
    if (!response?.ok) return
    const answer = await response.json()
    const endsAt = answer.endsInMs === null ? null : Date.now() + answer.endsInMs
    // The answer to an earlier question may come later.
    setSetting((known) => (isNewer(answer, known) ? { ...answer, endsAt } : known))
  }, [])
  const change = useCallback((path: string) => ask(path, { method: 'POST' }), [ask])

  useEffect(() => {
    const read = () => ask('api/stage')
    read()
    // Another tab may have moved the switches.
    window.addEventListener('focus', read)
    return () => window.removeEventListener('focus', read)
  }, [ask])

  return { setting, change }
}
