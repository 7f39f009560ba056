import { chromium } from 'playwright-core'
import { unpackBrowser } from './browser-from-npm.mjs'
import { findBrowserOfMachine } from './browser-of-machine.mjs'

// No `--headless`: playwright says it in the way the browser understands.
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Finds a browser: the one of the machine, else the one that comes from npm, which it unpacks if need be.
 *
 * @returns {Promise<{ executablePath: string, env?: Record<string, string> }>}
 * @throws Error when none is there.
 */
export async function findBrowser() {
  const executablePath = findBrowserOfMachine()
  return executablePath ? { executablePath } : unpackBrowser()
}

/**
 * Starts a headless browser. Close it when done.
 *
 * @param {import('playwright-core').LaunchOptions} [options] Laid over ours.
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws Error when no browser is there.
 */
export async function launchBrowser(options = {}) {
  const { executablePath, env } = await findBrowser()
  return chromium.launch({
    executablePath,
    args: browserArguments,
    env: { ...process.env, ...env },
    ...options,
  })
}
