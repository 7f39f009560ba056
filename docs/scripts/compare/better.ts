import type { Finding } from './run-scenarios'
import { sizeRows } from './sizes'

/** What next-auth does and ours does not: `test/scenarios/next-auth/better.compare.tsx`, and what it costs to load. */
export async function whereNextAuthDoesBetter(findings: Finding[]): Promise<string> {
  const usual = findings.filter(({ isStrict }) => !isStrict)
  const lines = usual
    .filter(({ library }) => library === 'next-auth')
    .map(({ name, outcome }) => {
      const ours = usual.find((one) => one.library === 'sessionchart' && one.name === name)
      if (outcome !== 'holds' || ours?.outcome === 'holds') throw new Error(`This is no difference: ${name}`)
      return `| ${name} | no | yes |`
    })
  const sizes = (await sizeRows()).map((cells) => `| ${cells.join(' | ')} |`)
  return ['| | sessionchart | next-auth |', '|---|---|---|', ...sizes, ...lines].join('\n')
}
