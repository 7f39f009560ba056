import { sessionMachine, signInMachine, signOutMachine } from 'sessionchart/machines'
import { type Chart, readChart, regionsOf } from './chart'
import { drawOverview } from './overview'
import { writePage } from './page'
import { writePanel } from './panel'
import { drawPicture } from './picture'
import { drawWhole } from './whole'

// A third of the page if that is enough, at most half of it.
const OVERVIEW_WIDTHS = [240, 320, 345, 400]

/** Everything that is made from the charts: paths from the root of the repository, and texts. */
export async function makeFiles(): Promise<Record<string, string>> {
  const session = readChart(sessionMachine)
  const signIn = readChart(signInMachine)
  const signOut = readChart(signOutMachine)
  return {
    'docs/statecharts/overview.svg': await drawPicture({
      id: 'overview',
      title: 'The session chart at a glance',
      description: describe(session),
      regions: regionsOf(session).map((region) => drawOverview(region)),
      widths: OVERVIEW_WIDTHS,
    }),
    'docs/statecharts/session.svg': await drawChart('session', 'The session chart', session),
    'docs/statecharts/sign-in.svg': await drawChart('sign-in', 'The sign-in chart', signIn, true),
    'docs/statecharts/sign-out.svg': await drawChart('sign-out', 'The sign-out chart', signOut, true),
    'src/devtools/chart-drawing.ts': await writePanel(session),
    'docs/statecharts.md': writePage({ session, signIn, signOut }),
  }
}

const drawChart = (id: string, title: string, chart: Chart, descriptions = false) =>
  drawPicture({
    id,
    title,
    description: describe(chart),
    regions: regionsOf(chart).map((region) => drawWhole(region, { descriptions })),
  })

/** What a reader who does not see the picture is told: the regions and their states. */
function describe(chart: Chart): string {
  const regions = regionsOf(chart).map(
    ({ name, description, states }) =>
      `${name}: ${description} States: ${states.map((state) => state.name).join(', ')}.`,
  )
  return [...new Set([chart.root.description, ...regions])].join(' ')
}
