import type { Section } from '../../figures'
import type { Measure } from '../../measure'
import { endpointFigure, pollFigure, userFigure } from './cost-figures'
import { loadLibraries } from './libraries'
import { curveFigure, peakFigure, waveNote } from './outage-figures'
import { recoveryNote } from './recovery'
import { sampleFigures } from './sample-figures'
import { scenarios } from './scenarios'
import { howItWasMeasured } from './section-text'
import { assumptionsFrom } from './usage'

const id = 'scale'
const title = 'What a session endpoint sees'

async function measure(): Promise<Section> {
  const assumed = assumptionsFrom(process.env)
  const openers = await loadLibraries()
  const user = await userFigure(openers, assumed)
  const unpolled = await userFigure(openers, { ...assumed, intervalSeconds: 0 })
  const curve = curveFigure('outage', scenarios.spread)
  const after = peakFigure('after')
  return {
    id,
    title,
    how: howItWasMeasured(assumed),
    figures: [
      endpointFigure(user, assumed),
      endpointFigure(unpolled, assumed),
      user,
      unpolled,
      await pollFigure(openers, assumed),
      { ...curve, note: `${curve.note} ${recoveryNote()}` },
      curveFigure('outage-in-step', scenarios.inStep),
      peakFigure('during'),
      { ...after, note: waveNote(after) },
      ...(await sampleFigures(openers)),
    ],
  }
}

export const scaleSection: Measure = { id, title, measure }
