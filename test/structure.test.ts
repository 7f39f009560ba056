import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadSources } from './machines/source-files'

// Which folder may import which. Arrows point one way: from the bottom of this list to its top.
const LAYERS: Record<string, string[]> = {
  machines: [],
  src: ['machines'],
  'src/client': ['machines', 'src'],
  'src/effects': ['machines', 'src', 'src/client'],
  'src/wire': ['machines', 'src', 'src/client'],
  'src/tabs': ['machines', 'src/client'],
  'src/authjs': ['machines', 'src', 'src/client', 'src/wire', 'src/tabs'],
  'src/engine': ['machines', 'src', 'src/client', 'src/effects', 'src/wire', 'src/authjs'],
  'src/late-engine': ['src/client', 'src/engine'],
  'src/create-session-client.ts': ['src', 'src/client', 'src/engine'],
  'src/index.ts': ['src', 'src/client', 'src/create-session-client.ts'],
  'src/react': ['src/client', 'src/late-engine'],
  'src/inspect': ['machines', 'src/index.ts'],
  'src/inspect/words': ['machines', 'src/index.ts', 'src/inspect'],
  'src/inspect/redaction': ['machines', 'src/index.ts', 'src/inspect'],
  'src/inspect/flight-recorder': [
    ...['machines', 'src/index.ts', 'src/inspect'],
    ...['src/inspect/words', 'src/inspect/redaction'],
  ],
  'src/inspect/stately': ['machines', 'src/index.ts', 'src/inspect', 'src/inspect/redaction'],
  'src/inspect/next': ['machines', 'src/index.ts', 'src/inspect', 'src/inspect/words'],
  'src/inspect/index.ts': [
    ...['src/inspect', 'src/inspect/words', 'src/inspect/redaction'],
    ...['src/inspect/flight-recorder', 'src/inspect/stately', 'src/inspect/next'],
  ],
  'src/devtools/page': [],
  'src/devtools/text': ['machines', 'src/index.ts', 'src/inspect/index.ts'],
  'src/devtools/states': ['src/index.ts', 'src/inspect/index.ts'],
  'src/devtools/views': [
    ...['machines', 'src/index.ts', 'src/inspect/index.ts'],
    ...['src/devtools/page', 'src/devtools/text', 'src/devtools/states'],
  ],
  'src/devtools/log': [
    ...['src/inspect/index.ts', 'src/devtools/states', 'src/devtools/text'],
    'src/devtools/views',
  ],
  'src/devtools/chart': ['machines', 'src/devtools/states', 'src/devtools/log'],
  'src/devtools/recording': [
    ...['src/inspect/index.ts', 'src/devtools/page', 'src/devtools/states', 'src/devtools/text'],
  ],
  'src/devtools/panel': [
    ...['src/index.ts', 'src/react', 'src/inspect/index.ts', 'src/devtools/page', 'src/devtools/text'],
    ...['src/devtools/states', 'src/devtools/log', 'src/devtools/chart', 'src/devtools/recording'],
    ...['src/devtools/views', 'src/devtools/index.ts'],
  ],
  'src/devtools': [
    ...['src/index.ts', 'src/react', 'src/inspect/index.ts', 'src/devtools/page'],
    'src/devtools/panel.ts',
  ],
  'src/devtools/panel.ts': ['src/devtools/panel'],
  'src/devtools/index.ts': ['src/devtools'],
  'src/testing/events': ['machines', 'src/index.ts'],
  'src/testing/coverage': ['src/index.ts'],
  'src/testing/provider': ['src/index.ts', 'src/react'],
  'src/testing/world': ['src/index.ts'],
  'src/testing/stage': ['src/index.ts', 'src/react', 'src/testing/server', 'src/testing/world'],
  'src/testing/paths': ['machines', 'src/index.ts', 'src/testing/events', 'src/testing/stage'],
  'src/testing/session': [
    ...['src/index.ts', 'src/authjs', 'src/testing/server', 'src/testing/world', 'src/testing/stage'],
    'src/testing/paths',
  ],
  'src/testing/index.ts': [
    ...['src/testing/events', 'src/testing/coverage', 'src/testing/provider', 'src/testing/paths'],
    ...['src/testing/stage', 'src/testing/session'],
  ],
  'src/testing/server': ['src/index.ts'],
  'src/testing/msw': ['src/index.ts', 'src/testing/server'],
  'src/v4': ['src/client', 'src/react'],
  // The command knows other people's code and none of ours, and is known to nobody.
  'src/cli': [],
}
// Of these a folder may know the types or load them late, but has no copy: they belong to another entry point.
const KNOWN_BY_TYPE: Record<string, string[]> = {
  // The type of a session is that of the app, which is told to the root.
  'src/client': ['src/index.ts'],
  // A warning loads the words for a state when it has something to say.
  'src/authjs': ['src/inspect/index.ts'],
  'src/engine': ['src/index.ts'],
  // The declaration that finds the app's own type of a session is an entry point, too.
  'src/react': ['src', 'src/index.ts'],
  'src/v4': ['src', 'src/index.ts'],
}

const ENTRIES: Record<string, string> = {
  sessionchart: 'src/index.ts',
  'sessionchart/client': 'src/client/index.ts',
  'sessionchart/authjs-session': 'src/authjs-session.d.ts',
  'sessionchart/devtools': 'src/devtools/index.ts',
  'sessionchart/devtools/panel': 'src/devtools/panel.ts',
  'sessionchart/engine': 'src/engine/index.ts',
  'sessionchart/inspect': 'src/inspect/index.ts',
  'sessionchart/late-engine': 'src/late-engine/elsewhere.ts',
  'sessionchart/machines': 'machines/index.ts',
  'sessionchart/machines/flows': 'machines/flows.ts',
  'sessionchart/machines/memory': 'machines/memory.ts',
  'sessionchart/machines/session': 'machines/session.ts',
  'sessionchart/react': 'src/react/index.ts',
  'sessionchart/testing': 'src/testing/index.ts',
  'sessionchart/testing/msw': 'src/testing/msw/index.ts',
  'sessionchart/testing/server': 'src/testing/server/index.ts',
  'sessionchart/v4': 'src/v4/index.ts',
}
// What every platform has and nobody needs to replace.
const NEUTRAL = ['AbortController', 'DOMException', 'URL', 'URLSearchParams', 'console']

const sources = loadSources('machines', 'src')
const paths = sources.map(({ path }) => path)
const arrows = sources.flatMap(({ path, imports }) =>
  imports.flatMap(({ name, kind }) => {
    const target = resolve(path, name)
    return target === undefined ? [] : [{ path, name, kind, target }]
  }),
)
type Arrow = (typeof arrows)[number]

/** The file of this repository that is meant by a name. */
function resolve(from: string, name: string): string | undefined {
  if (!name.startsWith('.')) return ENTRIES[name]
  const path = posix.join(posix.dirname(from), name)
  return paths.find((file) =>
    [`${path}.ts`, `${path}.tsx`, `${path}.d.ts`, `${path}/index.ts`].includes(file),
  )
}

const layerOf = (path: string) => (path in LAYERS ? path : posix.dirname(path))
const show = ({ path, name }: Arrow) => `${path}: ${name}`

test('every folder has its layer', () => {
  expect(paths.filter((path) => !(layerOf(path) in LAYERS))).toEqual([])
})

test('every import of ours leads to a file', () => {
  const lost = sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ name }) => /^(\.|sessionchart(\/|$))/.test(name) && !resolve(path, name))
      .map(({ name }) => `${path}: ${name}`),
  )
  expect(lost).toEqual([])
})

describe('imports', () => {
  test('point one way', () => {
    const upward = arrows.filter(({ path, target, kind }) => {
      const [from, to] = [layerOf(path), layerOf(target)]
      const allowed = [
        from,
        ...(LAYERS[from] ?? []),
        ...(kind === 'value' ? [] : (KNOWN_BY_TYPE[from] ?? [])),
      ]
      return !allowed.includes(to)
    })
    expect(upward.map(show)).toEqual([])
  })

  test('make no circle', () => {
    const known = arrows.filter(({ kind, name }) => kind === 'value' || name.startsWith('.'))
    const circles = paths.filter((path) => reachableFrom(path, known).has(path))
    expect(circles).toEqual([])
  })

  test('of other packages stay where they belong', () => {
    const foreign = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ name }) => !/^(\.|sessionchart(\/|$))/.test(name))
        .filter(({ name }) => !isAllowed(path, name))
        .map(({ name }) => `${path}: ${name}`),
    )
    expect(foreign).toEqual([])
  })
})

function reachableFrom(start: string, among: Arrow[]): Set<string> {
  const reached = new Set<string>()
  const next = [start]
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    for (const arrow of among) {
      if (arrow.path !== path || reached.has(arrow.target)) continue
      reached.add(arrow.target)
      next.push(arrow.target)
    }
  }
  return reached
}

/** What the command is made of. It is bundled, so that no app installs it. */
const COMMAND = /^(node:|(@babel\/parser|@babel\/types|diff|ignore)$)/

function isAllowed(path: string, name: string): boolean {
  return path.startsWith('src/cli/') ? COMMAND.test(name) : allowedPackages(path).includes(name)
}

function allowedPackages(path: string): string[] {
  if (path === 'src/authjs-session.d.ts')
    return ['next-auth', 'next-auth/providers', 'next-auth/providers/index', '@auth/core/types', 'node:http']
  if (path.startsWith('src/testing/msw/')) return ['msw']
  if (path.startsWith('src/testing/server/')) return []
  if (path.startsWith('src/inspect/')) return ['xstate', '@statelyai/inspect']
  if (path.startsWith('src/testing/')) return ['react', 'xstate']
  return /^src\/(devtools|react|v4)\//.test(path) ? ['react'] : ['xstate']
}

const ENVIRONMENTS = [
  'src/environment.ts',
  'src/engine/late-environment.ts',
  'src/devtools/page/page.ts',
  // Answers with what the platform has for it, where somebody asks for that.
  'src/testing/server/fetch.ts',
  // Something is there or not by `process.env.NODE_ENV`, which bundlers replace where it is written.
  'src/authjs/create-authjs.ts',
  'src/authjs/warn.ts',
  'src/devtools/session-devtools.tsx',
]

test('only the environment names what belongs to a browser or to Node', () => {
  const others = sources
    .filter(({ path }) => !ENVIRONMENTS.includes(path))
    .map(({ path, globals }) => [path, globals.filter((name) => !NEUTRAL.includes(name))] as const)
    .filter(([, globals]) => globals.length > 0)
  expect(others).toEqual([])
})
