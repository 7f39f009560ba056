import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import type * as React from 'react'
import { vi } from 'vitest'

export type Version = 'v4' | 'v5'
export type Maker = 'next-auth' | 'ours'

/** What the four libraries have in common, loosely: their own types contradict each other. */
export interface Library {
  SessionProvider: React.ComponentType<ProviderProps>
  SessionContext: React.Context<SessionValue | undefined>
  useSession(options?: UseSessionOptions): SessionValue
  getSession(params?: object): Promise<unknown>
  getCsrfToken(params?: object): Promise<unknown>
  getProviders(): Promise<unknown>
  signIn(provider?: string, options?: object, params?: unknown): Promise<unknown>
  signOut(options?: object): Promise<unknown>
}

export interface UseSessionOptions {
  required: boolean
  onUnauthenticated?: () => void
}

export interface ProviderProps {
  children?: React.ReactNode
  session?: TestSession | null
  basePath?: string
  baseUrl?: string
  refetchInterval?: number
  refetchOnWindowFocus?: boolean
  refetchWhenOffline?: false
  /** Only sessionchart knows it: it brings back old ways. */
  compat?: object
}

export interface TestSession {
  user?: { name: string; email?: string }
  expires: string
}

export interface SessionValue {
  data: TestSession | null | undefined
  status: string
  update(data?: unknown): Promise<unknown>
}

const require = createRequire(import.meta.url)
let count = 0

/** Loads a library as a page that has just been opened would: without anything left of an earlier one. */
export async function loadLibrary(maker: Maker, version: Version): Promise<Library> {
  const library = maker === 'ours' ? await loadOurs(version) : await loadNextAuth(version)
  return library as unknown as Library
}

function loadOurs(version: Version): Promise<unknown> {
  vi.resetModules()
  // Several copies are named in an error text; here they are several pages.
  Reflect.deleteProperty(globalThis, Symbol.for('sessionchart.copies'))
  return version === 'v4' ? import('sessionchart/v4') : import('sessionchart/react')
}

/** `vi.resetModules` does not reach what Node loads by itself. */
async function loadNextAuth(version: Version): Promise<unknown> {
  if (version === 'v5') {
    count += 1
    return import(
      /* @vite-ignore */ `${pathToFileURL(require.resolve('next-auth/react')).href}?page=${count}`
    )
  }
  for (const file of Object.keys(require.cache)) {
    if (file.includes('/next-auth-v4/')) delete require.cache[file]
  }
  return require('next-auth-v4/react')
}
