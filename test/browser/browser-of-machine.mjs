import { existsSync } from 'node:fs'
import { join } from 'node:path'

const { CHROME_PATH, LOCALAPPDATA = '', PROGRAMFILES = '' } = process.env

const places = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [PROGRAMFILES, LOCALAPPDATA].map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
}

/**
 * The Chrome or Chromium of this machine, or `undefined`. `CHROME_PATH` goes first.
 *
 * @throws Error when `CHROME_PATH` names no file: another browser than the one asked for would surprise.
 */
export function findBrowserOfMachine() {
  if (CHROME_PATH && !existsSync(CHROME_PATH)) throw new Error(`CHROME_PATH: no such file: ${CHROME_PATH}`)
  return CHROME_PATH || places[process.platform]?.find((place) => existsSync(place))
}
