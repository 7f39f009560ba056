import { createWorld } from '../../../../src/testing/world/world'
import type { Figure } from '../../figures'
import { LIBRARIES, type LibraryName } from '../../libraries'
import type { Openers } from './libraries'
import { FROM_MS, OUTAGE_MS, TO_MS } from './outage'
import { type OutageOfClient, type OutcomeOfClient, sufferOutage } from './outage-sample'
import { INTERVAL_MS, readers } from './scenarios'

const MINUTE_MS = 60_000
const SECOND_MS = 1_000
const SEED = 2_032
/** So many whole clients of ours check the sequences, and so many of each library show how an outage ends. */
const OURS = 200
const EACH = 20

type Outcomes = Record<LibraryName, OutcomeOfClient[]>

const plansOf = (count: number, of: OutageOfClient['of']): OutageOfClient[] => {
  const { random } = createWorld({ seed: SEED, delays: { grant: 0, message: 0, server: 0 } })
  return Array.from({ length: count }, (_, index) => ({
    seed: SEED + index,
    intervalMs: INTERVAL_MS,
    firstPollMs: Math.floor(random() * INTERVAL_MS),
    of,
  }))
}

async function outcomesOf(openers: Openers, of: OutageOfClient['of']): Promise<Outcomes> {
  const outcomes = {} as Outcomes
  for (const library of LIBRARIES) {
    outcomes[library] = []
    const count = library === 'sessionchart' && of === 'server' ? OURS : EACH
    for (const plan of plansOf(count, of)) outcomes[library].push(await sufferOutage(openers[library], plan))
  }
  return outcomes
}

/** What whole clients do, in the same outage and when it is the network that is gone. */
export async function sampleFigures(openers: Openers): Promise<Figure[]> {
  const [server, network] = [await outcomesOf(openers, 'server'), await outcomesOf(openers, 'network')]
  return [checkFigure(server.sessionchart), signedInFigure(server), reconnectFigure(network)]
}

function checkFigure(outcomes: OutcomeOfClient[]): Figure {
  const { random } = createWorld({ seed: SEED + 1, delays: { grant: 0, message: 0, server: 0 } })
  const whole = outcomes.flatMap(({ reads }) => reads)
  const computed = plansOf(OURS, 'server').flatMap((plan) => readers.sessionchart({ ...plan, random }))
  const minutes = Array.from(
    { length: (TO_MS - FROM_MS) / MINUTE_MS },
    (_, index) => FROM_MS + index * MINUTE_MS,
  )
  const within = (times: number[], from: number) =>
    times.filter((at) => at >= from && at < from + MINUTE_MS).length
  return {
    id: 'outage-check',
    title: `Requests for the session of ${OURS} users in a minute, whole clients of sessionchart and computed ones`,
    unit: 'requests',
    over: 'seconds',
    columns: ['whole clients', 'computed'],
    rows: minutes.map((from) => ({
      case: from / SECOND_MS,
      values: [within(whole, from), within(computed, from)],
    })),
    note: 'Both draw their own chance, so that they agree as two such crowds do, and not to the last request.',
  }
}

function signedInFigure(outcomes: Outcomes): Figure {
  const percent = (all: OutcomeOfClient[]) =>
    Math.round((100 * all.filter(({ signedIn }) => signedIn > 0).length) / all.length)
  return {
    id: 'outage-signed-in',
    title: 'Of 100 users so many are signed in two minutes after the outage, without having done anything',
    unit: 'count',
    over: 'what happens',
    columns: [...LIBRARIES],
    rows: [
      { case: 'whole clients, one tab each', values: LIBRARIES.map((library) => percent(outcomes[library])) },
    ],
  }
}

function reconnectFigure(outcomes: Outcomes): Figure {
  const early = (all: OutcomeOfClient[]) =>
    all.filter(({ reads }) => reads.some((at) => at >= OUTAGE_MS && at < OUTAGE_MS + SECOND_MS)).length
  const percent = (all: OutcomeOfClient[]) => Math.round((100 * early(all)) / all.length)
  return {
    id: 'reconnect',
    title: 'Of 100 users so many ask within a second when the network of all of them is back at once',
    unit: 'count',
    over: 'what happens',
    columns: [...LIBRARIES],
    rows: [
      {
        case: 'whole clients, offline for 5 minutes, the browser says `online`',
        values: LIBRARIES.map((library) => percent(outcomes[library])),
      },
    ],
    note: 'Those of next-auth ask nothing because the first poll without a network has signed them out.',
  }
}
