import type { ChartState } from './chart'
import { placeInColumns } from './columns'
import type { RegionDrawing } from './drawing'
import { layOut, type PlacedRegion } from './layout'
import { drawOverview } from './overview'
import { hubs } from './telling'

/** In pixels: with a frame it fits into a window of 360. */
const WIDTH = 344

/** A region for the devtools: every state open, narrow, and words on the arrows only where there is room. */
export async function placeNarrow(region: ChartState): Promise<PlacedRegion> {
  const drawing = drawOverview(region, 'all')
  const hubsOfRegion = hubs[region.name]
  if (hubsOfRegion) return placeInColumns(withoutWords(drawing), hubsOfRegion, WIDTH)
  const told = await layOut(drawing, [WIDTH])
  return told.width <= WIDTH ? told : layOut(withoutWords(drawing), [WIDTH])
}

const withoutWords = (drawing: RegionDrawing): RegionDrawing => ({
  ...drawing,
  arrows: drawing.arrows.map((arrow) => ({ ...arrow, lines: [] })),
})
