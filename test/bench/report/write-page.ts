import type { Figure, MeasuredSection, Measurements, Section } from '../figures'
import { alternativeText } from './alternative-text'
import { tableOfHeadlines } from './headlines'
import { tableOf, toMarkdown } from './table'

/** The path of the picture of a figure, as the page names it. */
export const pictureOf = (section: Section, figure: Figure): string =>
  `pictures/benchmarks/${section.id}-${figure.id}.svg`

/** `docs/benchmarks.md`. */
export function writePage(measurements: Measurements): string {
  const { sections } = measurements
  const places = new Set(sections.map(placeOf))
  const [place] = places
  return `# Benchmarks

What sessionchart costs, beside \`next-auth/react\` v5 and v4 and the client of better-auth. \`npm run bench\` measures all
of it and writes this page and [benchmarks.json](benchmarks.json); nothing in them is written by hand. \`npm run bench --
bytes\` measures that section alone.

Counts and bytes are the same each time. Times are not: a table says the median of some rounds and, in brackets, the
lowest and the highest. The libraries take turns in each round, and a ratio is that of times from the same round, so that
it says more than the times do.

${places.size === 1 && place ? place : 'Each section says when it was measured, and with what.'}

${toMarkdown(tableOfHeadlines(measurements))}

${sections.map(({ title }) => `- [${title}](#${anchorOf(title)})`).join('\n')}

${sections.map((section) => writeSection(section, places.size > 1)).join('\n\n')}
`
}

function placeOf({ measuredOn, environment }: MeasuredSection): string {
  const parts = Object.entries(environment).map(([name, version]) =>
    name === 'processors' ? version : `${name.replace(/ v\d$/, '')} ${version}`,
  )
  return `Measured on ${measuredOn} with ${parts.join(', ')}.`
}

function writeSection(section: MeasuredSection, saysPlace: boolean): string {
  return [
    `## ${section.title}`,
    section.how,
    ...againOf(section),
    ...(saysPlace ? [placeOf(section)] : []),
    ...section.figures.map((figure) => writeFigure(section, figure)),
  ].join('\n\n')
}

/** Unless the section says it itself. */
function againOf({ id, how }: Section): string[] {
  const command = `npm run bench -- ${id}`
  return how.includes(command) ? [] : [`\`${command}\` measures it again.`]
}

function writeFigure(section: Section, figure: Figure): string {
  const table = toMarkdown(tableOf(figure))
  const numbers = figure.curve
    ? [
        `<img src="${pictureOf(section, figure)}" width="480" alt="${alternativeText(figure)}">`,
        `<details><summary>The numbers</summary>\n\n${table}\n\n</details>`,
      ]
    : [table]
  return [`### ${figure.title}`, ...numbers, ...(figure.note ? [figure.note] : [])].join('\n\n')
}

const anchorOf = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')
