import type { Browser } from 'playwright-core'
import type { Pages } from '../../../many-tabs/pages'
import type { Figure, Row } from '../../figures'
import { LIBRARIES, type LibraryName } from '../../libraries'
import { withEach } from '../../tabs/libraries'
import type { MountOptions } from '../../tabs/tab-bench'
import { isShowing, mount, whenQuiet, withVisitor } from '../../tabs/visitor'

export interface Stage {
  browser: Browser
  pages: Pages
}

const cases: Array<[name: string, options: MountOptions]> = [
  ['no session given', {}],
  ['a session given', { isSeeded: true }],
  ['no session given, StrictMode', { isStrict: true }],
  ['a session given, StrictMode', { isSeeded: true, isStrict: true }],
]

export async function measureMount(stage: Stage): Promise<Figure> {
  const rows = cases.map(
    async ([name, options]): Promise<Row> => ({
      case: name,
      values: await withEach((library) => readsOfMount(stage, library, options)),
    }),
  )
  return {
    id: 'mount',
    title: 'Requests for the session when a page is mounted',
    unit: 'requests',
    over: 'the provider has',
    columns: [...LIBRARIES],
    rows: await Promise.all(rows),
    note:
      'StrictMode mounts twice in the development build of React alone: so did these pages. better-auth takes no ' +
      'session as a prop; its `hydrateSession` was called before the first render.',
  }
}

const readsOfMount = (stage: Stage, library: LibraryName, options: MountOptions) =>
  withVisitor(stage, library, async (visitor) => {
    const page = await visitor.open(options.isStrict ? 'development' : 'production')
    await mount(page, options)
    await isShowing(page, 'authenticated')
    await whenQuiet(visitor)
    return visitor.readTimes.length
  })
