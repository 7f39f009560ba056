// Installs the packed package into an app of Vite and the examples of Next as a user would, builds them, and uses them
// in a browser.
//
//   node test/smoke/apps/run.mjs [tarball]
//
// Without a tarball it builds and packs the repository.
import { join } from 'node:path'
import { launchBrowser } from '../../browser/launch.mjs'
import { checkNext } from './check-next.mjs'
import { checkNextV4 } from './check-next-v4.mjs'
import { checkVite } from './check-vite.mjs'
import { group, summary } from './report.mjs'
import { openWorkspace } from './workspace.mjs'

// So that `exit` handlers clean up after a Ctrl+C, too.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

const workspace = openWorkspace()
let browser
try {
  await group('sessionchart', async () => {
    const tarball = await workspace.pack(process.argv[2])
    browser = await launchBrowser()
    console.log(`${browser.browserType().name()} ${browser.version()}`)
    await group('Vite', () => checkVite({ workspace, tarball, browser }))
    await group('Next', () => checkNext({ workspace, tarball, browser }))
    await group('Next with next-auth v4', () => checkNextV4({ workspace, tarball, browser }))
  })
} finally {
  await browser?.close()
  await workspace.close()
}
// `.ci/run` adds it up with the others.
process.exitCode = summary(process.env.CI && join(workspace.root, '.tmp/tests/smoke-apps.json'))
