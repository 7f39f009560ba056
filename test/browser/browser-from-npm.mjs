import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'

const require = createRequire(import.meta.url)

/**
 * Unpacks the headless Chromium of `@sparticuz/chromium` once, beside the package, and says how to start it on a
 * machine that has none of the libraries a browser wants.
 *
 * @returns {Promise<{ executablePath: string, env: Record<string, string> }>}
 */
export async function unpackBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser found. Install Chrome or Chromium, or name one in CHROME_PATH.')
  }
  const { home, version } = findPackage()
  const cache = join(home, '../../.cache/sessionchart')
  const dir = join(cache, `chromium-${version}`)
  if (!existsSync(dir)) await unpack(home, cache, dir)
  return {
    executablePath: join(dir, 'chromium'),
    env: { LD_LIBRARY_PATH: join(dir, 'al2023/lib'), FONTCONFIG_PATH: join(dir, 'fonts') },
  }
}

function findPackage() {
  const entry = require.resolve('@sparticuz/chromium')
  // It does not export its `package.json`.
  const home = entry.slice(0, entry.lastIndexOf('/build/'))
  return { home, version: require(join(home, 'package.json')).version }
}

async function unpack(home, cache, dir) {
  mkdirSync(cache, { recursive: true })
  const temporary = mkdtempSync(join(cache, 'unpacking-'))
  const script = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`
  try {
    // A process of its own: the package changes variables of the process that loads it, takes what lies in the
    // temporary folder for a whole browser, and wants to be at AWS before it unpacks the libraries.
    await promisify(execFile)(process.execPath, ['--eval', script], {
      cwd: home,
      env: { ...process.env, TMPDIR: temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    })
    writeFileSync(join(temporary, 'fonts/fonts.conf'), fontsConf(dir))
    // In one step, so that nobody finds half a browser.
    renameSync(temporary, dir)
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true })
    // Unless somebody else was faster.
    if (!existsSync(dir)) throw error
  }
}

// The one of the package names folders of AWS. Without a font text has no size, and what has no size is not visible.
const fontsConf = (dir) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${dir}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${dir}/fonts-cache</cachedir>
</fontconfig>
`
