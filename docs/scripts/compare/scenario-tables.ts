import type { Finding } from './run-scenarios'
import { type Scenario, scenarios } from './scenario-list'
import { oneSentence } from './sentences'
import { count, judge } from './verdicts'

const cell = (text: string) => text.replaceAll('|', '\\|')
/** Outside of code, `<script>` would be one. */
const plain = (text: string) => cell(text).replaceAll('<', '&lt;')
const score = ({ held, asked }: { held: number; asked: number }) => `${held} of ${asked}`

/** One line for each scenario, by heading. */
export function overview(findings: Finding[]): string {
  const tables = Object.entries(scenarios).map(([heading, rows]) => {
    const lines = rows.map((row) => overviewLine(row, of(findings, row)))
    return [
      `## ${heading}`,
      '',
      '| | what happens | sessionchart | next-auth | it has no such thing |',
      '|---|---|---|---|---|',
      ...lines,
    ].join('\n')
  })
  return tables.join('\n\n')
}

function overviewLine({ id, what, elsewhere }: Scenario, findings: Finding[]): string {
  if (findings.length === 0) return `| ${id} | ${what}: ${elsewhere} | | | |`
  const ours = count(findings, 'sessionchart')
  const theirs = count(findings, 'next-auth')
  const cells = [
    `[${id}](#${id.toLowerCase()})`,
    what,
    score(ours),
    theirs.asked ? score(theirs) : '',
    theirs.absent || '',
  ]
  return `| ${cells.join(' | ')} |`
}

/** Every expectation, by scenario. */
export function details(findings: Finding[]): string {
  const rows = Object.values(scenarios).flat()
  return rows
    .filter((row) => of(findings, row).length > 0)
    .map((row) => detail(row, of(findings, row)))
    .join('\n\n')
}

function detail({ id, what }: Scenario, findings: Finding[]): string {
  // Everything holds for ours, or the tests would fail: a column for it would say the same everywhere.
  const lines = judge(findings).map(
    ({ names, theirs }) => `| ${plain(oneSentence(names))} | ${cell(theirs)} |`,
  )
  return [`### ${id}`, '', `${what}.`, '', '| what must hold | next-auth |', '|---|---|', ...lines].join('\n')
}

const of = (findings: Finding[], { id }: Scenario) => findings.filter((one) => one.id === id)
