import { createRequire } from 'node:module'
import { unpackBrowser } from './browser-from-npm.mjs'
import { findBrowserOfMachine } from './browser-of-machine.mjs'

// No `--headless`: playwright says it in the way the browser understands.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Starts a headless browser: the one of the machine, else the one that comes from npm. Close it when done.
 *
 * @param {string | URL} [from] A file, or a folder with a slash at its end, from which `playwright-core` and
 *   `@sparticuz/chromium` are found. Default: this file.
 * @param {import('playwright-core').LaunchOptions} [options] Laid over ours.
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws Error when no browser is there.
 */
export async function launchBrowser(from = import.meta.url, options = {}) {
  const require = createRequire(from)
  const { chromium } = require('playwright-core')
  const ofMachine = findBrowserOfMachine()
  const { executablePath, env } = ofMachine ? { executablePath: ofMachine } : await unpackBrowser(require)
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env }, ...options })
}
