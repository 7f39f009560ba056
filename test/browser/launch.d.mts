import type { Browser, LaunchOptions } from 'playwright-core'

export interface FoundBrowser {
  executablePath: string
  env?: Record<string, string>
}

export const browserArguments: string[]
export function findBrowser(): Promise<FoundBrowser>
export function launchBrowser(options?: LaunchOptions): Promise<Browser>
