import type { Figure, Row } from '../../figures'
import type { Measure } from '../../measure'
import { bundle, type Sizes } from './bundle'
import { entryPoints, peers } from './entry-points'
import { features } from './features'
import { apps } from './libraries'

const KINDS = ['minified', 'gzip', 'brotli'] as const
const all = ({ minified, gzip, brotli }: Sizes) => [minified, gzip, brotli]

export const bytesSection: Measure = {
  id: 'bytes',
  title: 'Bytes',
  async measure() {
    return {
      id: 'bytes',
      title: 'Bytes',
      how: `esbuild bundles a module that imports what a table says, minified, for production and browsers, with chunks
for what an \`import()\` loads. Of sessionchart it takes what is in \`dist\`, as an app gets it. React is left out. Each
file is compressed by itself, with gzip and brotli as Node has them set.`,
      figures: [...(await compareApps()), await weighEntryPoints(), await weighFeatures()],
    }
  },
}

/** The same app with each library. */
async function compareApps(): Promise<Figure[]> {
  const whole = await Promise.all(Object.values(apps).map((app) => bundle(app)))
  const own = await Promise.all(Object.values(apps).map((app) => bundle(app, ['react', 'xstate'])))
  const rows = (part: 'first' | 'late'): Row[] => [
    ...KINDS.map((kind) => ({ case: kind, values: whole.map((one) => one[part][kind]) })),
    { case: 'gzip, without xstate', values: own.map((one) => one[part].gzip) },
  ]
  const shape = { unit: 'bytes', over: '', columns: Object.keys(apps) } as const
  return [
    {
      ...shape,
      id: 'first-render',
      title: 'What the first render of an app waits for',
      rows: rows('first'),
      note: 'The app imports `SessionProvider`, `useSession`, `signIn` and `signOut`. better-auth needs no provider.',
    },
    {
      ...shape,
      id: 'later',
      title: 'What the same app loads beside the first render, or when it needs it',
      rows: rows('late'),
    },
  ]
}

/** Everything that an entry point exports, alone and in an app that has `sessionchart/react` already. */
async function weighEntryPoints(): Promise<Figure> {
  const usual = "export * from 'sessionchart/react'\n"
  const { first: before } = await bundle(usual, peers)
  const weigh = async (entry: string): Promise<Row> => {
    const whole = await bundle(`export * from '${entry}'`, peers)
    const own = await bundle(`export * from '${entry}'`, [...peers, 'xstate'])
    const { first: both } = await bundle(`${usual}export * as more from '${entry}'`, peers)
    const added = entry === 'sessionchart/react' ? null : both.gzip - before.gzip
    return {
      case: entry,
      values: [...all(whole.first), own.first.gzip, whole.late.gzip, added],
    }
  }
  return {
    id: 'entry-points',
    title: 'All of an entry point',
    unit: 'bytes',
    over: 'import',
    columns: [...KINDS, 'gzip, without xstate', 'gzip, loaded later', 'gzip, added to sessionchart/react'],
    rows: await Promise.all(entryPoints.map(weigh)),
    note: 'With what it imports of the others. Optional peers (`msw`, `@statelyai/inspect` …) are left out.',
  }
}

/** What one more import costs the first render of an app that has `SessionProvider` and `useSession`. */
async function weighFeatures(): Promise<Figure> {
  const least = "export { SessionProvider, useSession } from 'sessionchart/react'\n"
  const before = await bundle(least, peers)
  const weigh = async ([feature, [names, entry]]: [string, [string, string]]): Promise<Row> => {
    const what = names === '*' ? '* as more' : `{ ${names} }`
    const { first, late } = await bundle(`${least}export ${what} from 'sessionchart/${entry}'`, peers)
    const added = all(first).map((size, kind) => size - (all(before.first)[kind] ?? 0))
    return { case: feature, values: [...added, late.gzip - before.late.gzip] }
  }
  return {
    id: 'features',
    title: 'What one more import costs',
    unit: 'bytes',
    over: 'import',
    columns: [...KINDS, 'gzip, loaded later'],
    rows: await Promise.all(Object.entries(features).map(weigh)),
    note: `Added to an app that imports \`SessionProvider\` and \`useSession\`, which wait for
${before.first.gzip.toLocaleString('en')} bytes with gzip. Below zero: what used to be loaded later is needed first.`,
  }
}
