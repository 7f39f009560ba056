import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './processes.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = resolve(here, '../../..')

/** Copies the sources of an app: not what was installed or built there. */
function copy(from, to) {
  const isSource = (path) => !/[\\/](node_modules|\.next|package-lock\.json|next-env\.d\.ts)$/.test(path)
  cpSync(from, to, { recursive: true, filter: isSource })
  return to
}

/** A folder outside the repository, where an app finds only what it has installed. */
export function openWorkspace() {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'sessionchart-smoke-')))
  const removal = { recursive: true, force: true, maxRetries: 5 }
  process.on('exit', () => rmSync(dir, removal))

  return {
    root,
    /** Gives the path of the tarball: the given one, or one that is made from the repository. */
    async pack(given) {
      if (given) return resolve(given)
      // It builds before: see `prepack`.
      await run('npm', ['pack', '--silent', '--pack-destination', dir], { cwd: root })
      const [tarball] = readdirSync(dir).filter((name) => name.endsWith('.tgz'))
      return join(dir, tarball)
    },
    /** Copies an app that is for these tests, and gives its folder. */
    copyApp: (name) => copy(join(here, name), join(dir, name)),
    /** Copies an example and gives its folder. */
    copyExample: (name, folder = name) => copy(join(root, 'examples', name), join(dir, folder)),
    /** Removes it. Many files at a time: one by one they take half a minute. */
    close: () => rm(dir, removal),
  }
}
