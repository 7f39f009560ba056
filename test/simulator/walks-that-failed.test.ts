import { expect, test } from 'vitest'
import { run, type Walk } from './walk'

// What a few in a hundred thousand random walks have found, so that it need not be found again.

const all = { locks: true, channels: true, storage: true, loss: 0 }
const walkOf = (
  seed: number,
  ...steps: Array<[what: Walk['steps'][number]['what'], tab: number, waitMs: number]>
) => ({
  seed,
  tabs: 2,
  abilities: all,
  steps: steps.map(([what, tab, waitMs]) => ({ what, tab, waitMs })),
})

test.for<[string, Walk]>([
  [
    'a tab that opens while another one dies in the middle of a sign-in',
    walkOf(
      0,
      ['sign in as ann', 1, 0],
      ['stop', 3, 0],
      ['refetch', 0, 12],
      ['resume', 1, 61],
      ['open', 0, 19],
      ['leave', 4, 0],
      ['kill', 0, 45],
      ['kill', 1, 0],
    ),
  ],
  [
    'a tab that comes back after it had signed out, and in again, while another tab was away in a sign-in',
    walkOf(
      0,
      ['sign in as bob', 0, 15],
      ['leave', 0, 0],
      ['sign out', 3, 53],
      ['refetch', 0, 70],
      ['refetch', 0, 16],
      ['sign in as ann', 3, 181],
      ['freeze', 1, 0],
    ),
  ],
  [
    'a sign-in that is slow, and another one that began before they could hear of each other',
    walkOf(
      140145433,
      ['open', 0, 0],
      ['refetch', 0, 0],
      ['slow network', 0, 0],
      ['sign in as bob', 5, 3],
      ['sign in as ann', 0, 18836],
      ['refetch', 0, 44],
      ['refetch', 0, 2079],
      ['refetch', 0, 25],
    ),
  ],
  [
    'a sign-in during which the clock was set, in a browser that takes itself for offline',
    walkOf(
      0,
      ['refetch', 0, 49],
      ['disconnect', 0, 27],
      ['sign in as ann', 3, 23],
      ['an hour back', 0, 23],
      ['refetch', 0, 35],
      ['refetch', 0, 63],
      ['kill', 0, 20],
      ['an hour ahead', 0, 0],
      ['refetch', 0, 0],
      ['refetch', 0, 0],
      ['refetch', 0, 54],
    ),
  ],
  [
    'a sign-in that is slow, and others one of which gives up while they wait behind it',
    {
      ...walkOf(
        0,
        ['refetch', 0, 0],
        ['slow network', 0, 24],
        ['sign in as bob', 0, 650],
        ['refetch', 0, 44],
        ['sign in as ann', 1, 2056],
        ['leave', 1, 0],
        ['refetch', 0, 8],
        ['sign in as ann', 3, 0],
        ['refetch', 0, 0],
        ['refetch', 0, 10660],
        ['refetch', 0, 46],
      ),
      tabs: 4,
    },
  ],
  [
    'two sign-ins whose turns came in the other order than their numbers, and a tab that is told of the first',
    {
      ...walkOf(
        -788290090,
        ['update', 5, 0],
        ['stop', 5, 2],
        ['sign in as ann', 3, 1],
        ['sign in as ann', 2, 6519],
        ['connect', 0, 621],
        ['refetch', 2, 17],
        ['open', 0, 68],
        ['refetch', 0, 0],
      ),
      tabs: 4,
      abilities: { ...all, loss: 0.03 },
    },
  ],
  [
    'an answer from before the end of the session that comes after it',
    {
      ...walkOf(3, ['sign in as ann', 0, 1000], ['slow network', 0, 34300], ['refetch', 0, 50000]),
      lifetime: { lifeMs: 40_000, isFixed: true },
    },
  ],
  [
    'an answer from before the end of the session that comes when its tabs have left it',
    {
      ...walkOf(
        210859353,
        ['sign in as ann', 2, 38469],
        ['slow network', 0, 600],
        ['open', 0, 89],
        ['refetch', 3, 382],
        ['disconnect', 5, 974],
        ['resume', 4, 1463],
      ),
      tabs: 3,
      lifetime: { lifeMs: 40_000, isFixed: true },
      isQuiet: true,
    },
  ],
  [
    'a page that is opened as the session ends, and tells the other tabs of it',
    {
      ...walkOf(
        -753606943,
        ['sign in as bob', 3, 15],
        ['open', 0, 67],
        ['refetch', 0, 40022],
        ['open', 0, 0],
        ['good network', 0, 85],
        ['refetch', 0, 53],
        ['mount anew', 1, 0],
      ),
      lifetime: { lifeMs: 40_000, isFixed: true },
    },
  ],
  [
    'a tab that hears late, and without anything written down, of a sign-in with a number from before its own',
    {
      ...walkOf(
        0,
        ['sign in as bob', 0, 0],
        ['leave', 1, 0],
        ['an hour back', 0, 201],
        ['open a rendered page', 0, 0],
        ['sign in as bob', 3, 0],
        ['refetch', 0, 0],
        ['refetch', 0, 0],
        ['stop', 0, 0],
      ),
      tabs: 3,
      abilities: { ...all, storage: false },
    },
  ],
  [
    'a page that is opened when two tabs have signed in at the same moment, and only the first can say what came of it',
    {
      ...walkOf(
        -23,
        ['sign in as ann', 0, 0],
        ['sign in as ann', 1, 0],
        ['refetch', 0, 670],
        ['open', 0, 0],
        ['kill', 1, 0],
        ['refetch', 0, 0],
        ['refetch', 0, 0],
      ),
      tabs: 3,
    },
  ],
  [
    'a client that begins anew as it would hear what has come of a sign-in',
    {
      ...walkOf(
        -834098788,
        ['kill', 1, 102],
        ['sign in as bob', 0, 16],
        ['refetch', 1, 276],
        ['mount anew', 2, 0],
        ['refetch', 1, 0],
      ),
      tabs: 3,
      isQuiet: true,
    },
  ],
  [
    'a read that a tab does not hear before it was stopped, with a sign-in that waits and a clock that is set back',
    {
      ...walkOf(
        -1428888428,
        ['sign in as bob', 1, 0],
        ['refetch', 0, 17],
        ['stop', 5, 0],
        ['an hour back', 0, 0],
        ['refetch', 0, 0],
        ['refetch', 0, 0],
        ['refetch', 0, 0],
      ),
      tabs: 3,
      abilities: { ...all, loss: 0.03 },
    },
  ],
  [
    'a slow sign-in during which the clock is set ahead, and another one that waits for it',
    walkOf(
      0,
      ['slow network', 0, 0],
      ['sign in as ann', 3, 0],
      ['open a rendered page', 0, 1_247],
      ['sign in as bob', 5, 0],
      ['an hour ahead', 0, 0],
      ['refetch', 0, 38_000],
      ['refetch', 0, 0],
      ['refetch', 0, 0],
      ['refetch', 0, 0],
    ),
  ],
  [
    'a tab that leaves when it has heard that a sign-out is over, and not yet that it has worked, and is back at once',
    {
      ...walkOf(
        686479668,
        ['sign in as bob', 1, 261],
        ['sign out', 0, 158],
        ['mount anew', 1, 75],
        ['leave', 2, 0],
        ['return', 5, 0],
        ['refetch', 0, 0],
        ['refetch', 0, 0],
        ['refetch', 0, 0],
      ),
      tabs: 3,
    },
  ],
  [
    'two sign-ins that wait for a tab, when all three go on after they were stopped',
    {
      ...walkOf(
        0,
        ['stop', 2, 0],
        ['sign in as bob', 0, 0],
        ['refetch', 0, 18],
        ['sign in as ann', 1, 0],
        ['stop', 0, 0],
        ['stop', 1, 0],
        ['refetch', 0, 0],
        ['refetch', 0, 0],
      ),
      tabs: 3,
    },
  ],
  [
    'a page that was rendered in the middle of a sign-out, and left before it heard of its end',
    walkOf(
      0,
      ['sign in as ann', 0, 0],
      ['refetch', 0, 209],
      ['sign out', 0, 22],
      ['open a rendered page', 0, 0],
      ['freeze', 2, 38_000],
      ['return', 2, 0],
      ['refetch', 0, 0],
      ['refetch', 0, 0],
      ['refetch', 0, 0],
    ),
  ],
  [
    'a page that looks older than a sign-in because the clock was set back, and was left before it had an answer',
    walkOf(
      0,
      ['sign out', 0, 0],
      ['refetch', 0, 91],
      ['sign in as bob', 0, 0],
      ['refetch', 0, 233],
      ['an hour back', 0, 4],
      ['open', 0, 0],
      ['open a rendered page', 0, 0],
      ['refetch', 0, 0],
      ['freeze', 3, 0],
      ['refetch', 0, 0],
    ),
  ],
])('holds for %s', async ([, walk]) => {
  expect(await run(walk)).toEqual([])
})
