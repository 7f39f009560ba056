import { sessionMachine, signInMachine, signOutMachine } from 'sessionchart/machines'
import { type Chart, type ChartState, readChart, regionsOf } from './chart'
import { placeInColumns } from './columns'
import { layOut, type PlacedRegion } from './layout'
import { drawListed } from './listed'
import { drawOverview } from './overview'
import { writePage } from './page'
import { writePanel } from './panel'
import { drawPicture, REGION_WIDTH } from './picture'
import { hubs } from './telling'
import { drawWhole } from './whole'

// A third of the page if that is enough, at most half of it.
const OVERVIEW_WIDTHS = [240, 320, 345, 400]

/** Everything that is made from the charts: paths from the root of the repository, and texts. */
export async function makeFiles(): Promise<Record<string, string>> {
  const session = readChart(sessionMachine)
  const signIn = readChart(signInMachine)
  const signOut = readChart(signOutMachine)
  return {
    'docs/statecharts/overview.svg': drawPicture({
      id: 'overview',
      title: 'The session chart at a glance',
      description: describe(session),
      regions: await each(regionsOf(session), placeTold),
    }),
    ...(await drawRegions('session', session)),
    'docs/statecharts/sign-in.svg': await drawChart('sign-in', 'The sign-in chart', signIn),
    'docs/statecharts/sign-out.svg': await drawChart('sign-out', 'The sign-out chart', signOut),
    'src/devtools/chart/chart-drawing.ts': await writePanel(session),
    'docs/statecharts.md': writePage({ session, signIn, signOut }),
  }
}

function placeTold(region: ChartState): Promise<PlacedRegion> {
  const drawing = drawOverview(region)
  const hubsOfRegion = hubs[region.name]
  return hubsOfRegion ? placeInColumns(drawing, hubsOfRegion, REGION_WIDTH) : layOut(drawing, OVERVIEW_WIDTHS)
}

/** A picture of each region: one of all would be too tall to be read. */
async function drawRegions(name: string, chart: Chart): Promise<Record<string, string>> {
  const pictures = await each(regionsOf(chart), async (region) => {
    const hubsOfRegion = hubs[region.name]
    const placed = hubsOfRegion
      ? await placeInColumns(drawListed(region), hubsOfRegion, REGION_WIDTH)
      : await layOut(drawWhole(region, { descriptions: false }), [REGION_WIDTH])
    const id = `${name}-${region.name}`
    const title = `The ${name} chart: ${region.name}`
    const picture = drawPicture({ id, title, description: describeRegion(region), regions: [placed] })
    return [`docs/statecharts/${id}.svg`, picture] as const
  })
  return Object.fromEntries(pictures)
}

/** A picture of all of a small chart, with what its states are for. */
async function drawChart(id: string, title: string, chart: Chart): Promise<string> {
  const regions = await each(regionsOf(chart), (region) =>
    layOut(drawWhole(region, { descriptions: true }), [REGION_WIDTH]),
  )
  return drawPicture({ id, title, description: describe(chart), regions })
}

/** One after the other: the layouts share one engine. */
async function each<In, Out>(things: In[], make: (thing: In) => Promise<Out>): Promise<Out[]> {
  const made: Out[] = []
  for (const thing of things) made.push(await make(thing))
  return made
}

/** What a reader who does not see the picture is told: the regions and their states. */
function describe(chart: Chart): string {
  return [...new Set([chart.root.description, ...regionsOf(chart).map(describeRegion)])].join(' ')
}

const describeRegion = ({ name, description, states }: ChartState) =>
  `${name}: ${description} States: ${states.map((state) => state.name).join(', ')}.`
