import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { keepRealTabs, measureRealTabs } from './in-real-tabs'
import { write } from './page'
import { type Finding, runScenarios } from './run-scenarios'

// Runs the scenarios and the rows for real tabs with each library, and writes `docs/comparison.md`: `npm run compare`.
// With `--scenarios` the part about real tabs stays as it is. With `--check` it only says whether the rest is up to
// date. With `--again` it writes what the scenarios have said the last time, for those who work on the page.

const from = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const page = from('docs/comparison.md')
const folder = from('.tmp/compare')
const last = `${folder}/findings.json`
const has = (option: string) => process.argv.includes(option)

async function ask(): Promise<Finding[]> {
  if (has('--again')) return JSON.parse(readFileSync(last, 'utf8'))
  const findings = await runScenarios()
  mkdirSync(folder, { recursive: true })
  writeFileSync(last, JSON.stringify(findings))
  return findings
}

const before = readFileSync(page, 'utf8')
const keepsTabs = ['--again', '--check', '--scenarios'].some(has)
const findings = await ask()
const text = await write(findings, keepsTabs ? keepRealTabs(before) : await measureRealTabs())

if (!has('--check')) writeFileSync(page, text)
else if (text !== before) {
  console.error('docs/comparison.md is not what the scenarios say: npm run compare -- --scenarios')
  process.exitCode = 1
}
