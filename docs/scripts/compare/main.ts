import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { launchBrowser } from '../../../test/browser/launch.mjs'
import { buildPages, type Library } from '../../../test/many-tabs/pages'
import { type Tab, visit } from '../../../test/many-tabs/visitor'
import { type Row, rows, type Scene } from './rows'

// Runs every row with each library and writes `docs/comparison.md`: `npm run compare`.

const libraries: Library[] = ['sessionchart', 'next-auth']
const from = (path: string) => new URL(`../../../${path}`, import.meta.url)
const nextAuthVersion = JSON.parse(readFileSync(from('node_modules/next-auth/package.json'), 'utf8')).version

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
const isKnown = (text: string) => text !== '' && text !== 'loading'

const pages = await buildPages()
const browser = await launchBrowser()

async function play(row: Row, library: Library): Promise<string> {
  const visitor = await visit(browser, pages)
  const openTabs = async (count: number, options?: Record<string, number>): Promise<Tab[]> => {
    const tabs = await Promise.all(Array.from({ length: count }, () => visitor.open(library, options)))
    const ready = async () => (await Promise.all(tabs.map((tab) => tab.shown()))).every(isKnown)
    while (!(await ready())) await pause(20)
    // Reads that are still under way from opening them have no part in what follows.
    await pause(2_000)
    return tabs
  }
  const scene: Scene = { ...visitor, openTabs, pause }
  try {
    return await row.run(scene, library)
  } finally {
    await visitor.leave()
  }
}

const lines: string[] = []
for (const row of rows) {
  const cells: string[] = []
  for (const library of libraries) cells.push(await play(row, library))
  lines.push(`| ${[row.id, row.what, ...cells].join(' | ')} |`)
  console.log(lines.at(-1))
}
const chromium = browser.version()
await browser.close()

const text = `# What happens

The same page, built once with \`sessionchart/react\` and once with \`next-auth/react\` ${nextAuthVersion}, taken through the
same steps: real tabs in one Chromium ${chromium}, a real Auth.js server with JWT sessions in the same process, one library
after the other. \`npm run compare\` does it again and writes this table. Nothing in it is written by hand.

A *read* is a request for the session that reached the server. The numbers of the first column are those of the tests in
\`test/scenarios\`, where there is one. Polling tabs ask every two seconds unless the row says otherwise.

| | what happens | sessionchart | next-auth |
|---|---|---|---|
${lines.join('\n')}

The two rows about late answers hold back every answer to a read for 0.3 s, so that each sign-out happens while one is on
its way. Where both columns say the same, there is no difference.
`
writeFileSync(fileURLToPath(from('docs/comparison.md')), text)
