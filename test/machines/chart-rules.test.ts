import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { sessionMachine, signInMachine, signOutMachine } from 'sessionchart/machines'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import type { AnyStateMachine } from 'xstate'
import { nodesOf, transitionsOf } from '../../src/testing/coverage/machine-transitions'
import { begin } from './chart'
import { ann, start } from './fixtures'
import { loadSources, nodesIn, type Source } from './source-files'

const sources = loadSources('machines')
const chartFiles = sources.filter(({ path }) => path.endsWith('.machine.ts'))
const charts: Array<[string, AnyStateMachine]> = [
  ['session', sessionMachine],
  ['sign-in', signInMachine],
  ['sign-out', signOutMachine],
]
const fileOf = (chart: string) =>
  chartFiles.find(({ path }) => path.endsWith(`/${chart}.machine.ts`)) as Source
const placeOf = (node: { path: string[] }) => node.path.join('.') || 'root'
/** What an action is called, on its own or with parameters that are plain data. */
const calledBy = (action: unknown): unknown => {
  const { type, params, ...rest } = Object(action)
  const isNamed = params !== undefined && Object.keys(rest).length === 0 && isJson(params)
  return isNamed ? type : action
}
const isJson = (value: unknown) => isDeepStrictEqual(value, JSON.parse(JSON.stringify(value) ?? 'null'))
const list = <T>(value: T | readonly T[] | undefined): T[] =>
  value === undefined ? [] : ([value].flat() as T[])

test('every chart file is looked at', () => {
  expect(chartFiles).toHaveLength(charts.length)
  for (const [chart] of charts) expect(fileOf(chart)).toBeDefined()
})

describe.each(charts)('the %s chart', (name, machine) => {
  const nodes = nodesOf(machine)
  const transitions = transitionsOf(machine)
  const invokes = nodes.flatMap((node) => list(node.config.invoke).map((invoke) => ({ node, invoke })))

  test('is one literal handed straight to createMachine', () => {
    const calls = nodesIn(fileOf(name).source).filter(isCreateMachine)
    expect(calls).toHaveLength(1)
    for (const call of calls) {
      expect(call.arguments).toHaveLength(1)
      expect(call.arguments.flatMap((config) => notLiteral(config, ''))).toEqual([])
    }
  })

  test('describes every state', () => {
    expect(nodes.filter(({ config }) => !config.description?.trim()).map(placeOf)).toEqual([])
  })

  test('names every guard, action, actor and delay, and has what it names', () => {
    for (const [kind, names] of Object.entries(namesUsed())) {
      expect(names.filter((name) => typeof name !== 'string')).toEqual([])
      expect(names.filter((name) => !(String(name) in implemented(kind)))).toEqual([])
    }
  })

  test('uses all that is implemented for it', () => {
    for (const [kind, names] of Object.entries(namesUsed())) {
      expect(Object.keys(implemented(kind)).filter((name) => !names.includes(name))).toEqual([])
    }
  })

  const implemented = (kind: string) => machine.implementations[kind as 'guards']
  const namesUsed = (): Record<string, unknown[]> => ({
    guards: transitions.flatMap(({ guard }) => list(guard)),
    actions: [
      ...transitions.flatMap((transition) => list(transition.actions)),
      ...nodes.flatMap(({ config }) => [...list(config.entry), ...list(config.exit)]),
    ].map(calledBy),
    actors: invokes.map(({ invoke }) => invoke.src),
    delays: nodes.flatMap(({ config }) => Object.keys(config.after ?? {})),
  })

  test('goes on when an effect ends or throws', () => {
    const listening: unknown[] = fileOf(name).source.text.match(/\w+(?=: fromCallback)/g) ?? []
    const goesOn = (then: unknown) => {
      const branches = list(then as object | undefined)
      return branches.some((branch) => 'target' in branch)
    }
    const stuck = invokes.filter(
      ({ invoke }) => !goesOn(invoke.onError) || !(listening.includes(invoke.src) || goesOn(invoke.onDone)),
    )
    expect(stuck.map(({ node, invoke }) => `${placeOf(node)}: ${invoke.src}`)).toEqual([])
  })

  test('has tests that take every transition of it', () => {
    const tests = readFileSync(new URL(`./${name}.test.ts`, import.meta.url), 'utf8')
    expect(tests).toContain(`\ntestThatAllIsTried(${machine.id}Machine)\n`)
  })

  test('names every event that it hears, in words with a dot between them', () => {
    const heard = transitions
      .map(({ eventType }) => eventType)
      .filter((type) => type !== '' && !type.startsWith('xstate.'))
    expect(heard.filter((type) => !/^[a-z]+[A-Za-z]*\.[a-z]+[A-Za-z]*$/.test(type))).toEqual([])
  })

  test('does nothing that a picture would not show', () => {
    const kinds = nodesIn(fileOf(name).source).filter(ts.isIdentifier)
    expect(kinds.map(({ text }) => text).filter((text) => hidden.includes(text))).toEqual([])
  })
})

const hidden = ['sendTo', 'sendParent', 'enqueueActions', 'spawn', 'spawnChild', 'forwardTo']

describe('the context', () => {
  const snapshots = [
    start().snapshot,
    start({ session: ann }).snapshot,
    start({ session: null }).snapshot,
    begin(signInMachine, { id: 's1', provider: null, redirect: 'always' }).snapshot,
    begin(signOutMachine, { id: 's1', redirect: 'never' }).snapshot,
  ]

  test('of a chart that starts is plain JSON', () => {
    for (const { context } of snapshots) {
      expect(JSON.parse(JSON.stringify(context))).toEqual(context)
    }
  })
})

describe('the folder', () => {
  test('imports nothing but xstate and its own files', () => {
    const foreign = sources.flatMap(({ path, imports }) =>
      imports
        .map(({ name }) => name)
        .filter((name) => name !== 'xstate' && !/^(\.\/|sessionchart\/machines\/)[\w.-]+$/.test(name))
        .map((name) => `${path}: ${name}`),
    )
    expect(foreign).toEqual([])
  })

  test('uses no global of a browser or of Node', () => {
    expect(
      sources.filter(({ globals }) => globals.length > 0).map(({ path, globals }) => [path, globals]),
    ).toEqual([])
  })

  test('looks at no clock and throws no dice', () => {
    expect(
      sources.filter(({ source }) => nodesIn(source).some(isUnrepeatable)).map(({ path }) => path),
    ).toEqual([])
  })

  test('loads without a DOM', async () => {
    expect(typeof document).toBe('undefined')
    expect(Object.keys(await import('sessionchart/machines'))).toContain('sessionMachine')
  })
})

function isCreateMachine(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'createMachine' &&
    ts.isCallExpression(node.expression.expression) &&
    node.expression.expression.expression.getText() === 'setup'
  )
}

/** What in a config is no literal. Only these fields may be functions, because they carry data. */
const DATA = ['context', 'input', 'output']

function notLiteral(node: ts.Node, key: string): string[] {
  if (ts.isObjectLiteralExpression(node)) return node.properties.flatMap(propertyNotLiteral)
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap((element) => notLiteral(element, ''))
  const isPlain =
    ts.isStringLiteral(node) ||
    ts.isNumericLiteral(node) ||
    [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind)
  return isPlain || (ts.isArrowFunction(node) && DATA.includes(key)) ? [] : [`${key}: ${node.getText()}`]
}

function propertyNotLiteral(property: ts.ObjectLiteralElementLike): string[] {
  const isNamed =
    ts.isPropertyAssignment(property) && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))
  return isNamed ? notLiteral(property.initializer, property.name.text) : [property.getText()]
}

function isUnrepeatable(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length
  return ts.isPropertyAccessExpression(node) && ['Date.now', 'Math.random'].includes(node.getText())
}
