import { type Chart, type ChartState, regionsOf } from './chart'
import { writeMermaid } from './mermaid'
import { tablesOf, writeDelays } from './tables'

const INTRODUCTION = `# Statecharts

<!-- Made by \`npm run diagrams\` from machines/*.machine.ts. Do not edit. -->

Everything that the session does stands in three charts, in \`machines/\`. The pictures, the Mermaid text and the tables
below are made from them.

*any state* stands for whichever state of a region is active. A name in square brackets is a guard; of several
transitions for one event, the first whose guard holds is taken, \`[else]\` if none does. An event inside a box is
taken without leaving the state. \`#tag\` is a public tag. \`readSession done\` and \`readSession failed\` say how the
invoked actor \`readSession\` ended.`

interface Charts {
  session: Chart
  signIn: Chart
  signOut: Chart
}

/** docs/statecharts.md: of each chart the picture, the Mermaid text, and the tables. */
export function writePage({ session, signIn, signOut }: Charts): string {
  const sections = [
    INTRODUCTION,
    '## At a glance',
    picture('overview', 'The regions of the session chart side by side'),
    ...writeChart('Session', 'session', session, 'of each region'),
    ...writeChart('Sign-in', 'sign-in', signIn, 'of all'),
    ...writeChart('Sign-out', 'sign-out', signOut, 'of all'),
  ]
  return `${sections.join('\n\n')}\n`
}

const picture = (name: string, alt: string) => `![${alt}](statecharts/${name}.svg)`
const pictureOf = (name: string, region: ChartState) =>
  picture(`${name}-${region.name}`, `The region ${region.name} of the ${name} chart`)

function writeChart(
  title: string,
  name: string,
  chart: Chart,
  pictures: 'of all' | 'of each region',
): string[] {
  const regions = regionsOf(chart)
  const delays = writeDelays(chart)
  return [
    `## ${title}`,
    chart.root.description,
    ...(pictures === 'of all' ? [picture(name, `The ${name} chart`)] : []),
    ...regions.flatMap((region) => [
      ...(region === chart.root ? [] : [`### ${title}: ${region.name}`, region.description]),
      ...(pictures === 'of all' ? [] : [pictureOf(name, region)]),
      ...tablesOf(region),
      `<details><summary>As Mermaid</summary>\n\n\`\`\`mermaid\n${writeMermaid(region)}\n\`\`\`\n\n</details>`,
    ]),
    ...(delays ? [`### ${title}: delays`, delays] : []),
  ]
}
