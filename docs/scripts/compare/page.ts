import { readFileSync } from 'node:fs'
import { whereNextAuthDoesBetter } from './better'
import type { Finding } from './run-scenarios'
import { details, overview } from './scenario-tables'
import { count } from './verdicts'

const manifest = new URL('../../../node_modules/next-auth/package.json', import.meta.url)
const { version } = JSON.parse(readFileSync(manifest, 'utf8'))

/** `docs/comparison.md`: what came of the scenarios, and the part about real tabs as it is given. */
export async function write(findings: Finding[], realTabs: string): Promise<string> {
  const ofScenarios = findings.filter(({ id }) => /^S\d\d$/.test(id))
  const better = await whereNextAuthDoesBetter(findings.filter(({ id }) => id === 'better'))
  const failed = ofScenarios.filter((one) => one.library === 'sessionchart' && one.outcome !== 'holds')
  if (failed.length > 0) throw new Error(`These fail with sessionchart: ${failed.map(({ name }) => name)}`)
  const [ours, theirs] = [count(ofScenarios, 'sessionchart'), count(ofScenarios, 'next-auth')]
  return `# What happens

The same steps with \`sessionchart/react\` and with \`next-auth/react\` ${version}. \`npm run compare\` takes them and writes
this page; nothing in it is written by hand.

Each scenario is a file of \`test/scenarios\`: a page in jsdom, a server that counts and can be told to fail, a clock that
the test moves. With next-auth, the same files run with its module in the place of ours. An expectation about what only
sessionchart has is left out there, and a test that is about nothing else says so. Of ${ours.asked} tests all hold for
sessionchart, which is what they were written for: read them for what next-auth does. Of the ${theirs.asked} that it could
be asked, ${theirs.held} hold for it.

- [Where next-auth does better](#where-next-auth-does-better)
- The scenarios, one line each: how many of their tests hold
- [In real tabs](#in-real-tabs): numbers from Chromium
- [What each test says](#what-each-test-says)

## Where next-auth does better

${better}

${overview(ofScenarios)}

${realTabs}

## What each test says

Everything here holds for sessionchart. \`holds*\`: something that only sessionchart has, such as \`useSessionState\`, was not
asked of next-auth. Code is from the test: what it looked at, and what was there. Tests that differ in their values alone
share a line.

${details(ofScenarios)}
`
}
