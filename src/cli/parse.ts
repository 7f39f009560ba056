import { type ParserPlugin, parse as parseBabel } from '@babel/parser'
import type { Comment, Node } from '@babel/types'

const SOURCE = /\.([cm]?)([jt])s(x?)$/
const DECLARATIONS = /\.d(\.[\w-]+)?\.[cm]?ts$/
const COMMON: ParserPlugin[] = [
  'decorators-legacy',
  'decoratorAutoAccessors',
  'explicitResourceManagement',
  'deprecatedImportAssert',
]

export interface Parsed {
  program: Node
  comments: Comment[]
  /** A module imports or exports something. */
  isModule: boolean
}

/** Whether a file is one whose text can be parsed. */
export const isSource = (path: string) => SOURCE.test(path)

/** Reads JavaScript or TypeScript; throws a `SyntaxError` when it is neither. */
export function parse(text: string, path: string): Parsed {
  const [, , language, react] = SOURCE.exec(path) ?? []
  if (language !== 't') return parseJavaScript(text)
  const typescript: ParserPlugin = ['typescript', { dts: DECLARATIONS.test(path) }]
  // In other TypeScript `<T>x` is a type assertion.
  return parseWith(text, react ? [typescript, 'jsx'] : [typescript])
}

function parseJavaScript(text: string): Parsed {
  if (text.includes('@flow')) return parseWith(text, ['flow', 'jsx'])
  try {
    return parseWith(text, ['jsx'])
  } catch (error) {
    return parseFlow(text, error)
  }
}

/** Flow can be on for all files, without a word in them. */
function parseFlow(text: string, otherwise: unknown): Parsed {
  try {
    return parseWith(text, ['flow', 'jsx'])
  } catch {
    throw otherwise
  }
}

function parseWith(text: string, syntax: ParserPlugin[]): Parsed {
  const { program, comments } = parseBabel(text, {
    sourceType: 'unambiguous',
    plugins: [...syntax, ...COMMON],
    // What is only forbidden (a name declared twice, a `return` outside) moves no module name.
    errorRecovery: true,
    allowAwaitOutsideFunction: true,
    allowImportExportEverywhere: true,
    allowNewTargetOutsideFunction: true,
    allowReturnOutsideFunction: true,
    allowSuperOutsideMethod: true,
    allowUndeclaredExports: true,
    attachComment: false,
    createImportExpressions: true,
  })
  return { program, comments: comments ?? [], isModule: program.sourceType === 'module' }
}

/** All nodes of a tree, each before what is in it. Without recursion or spreading: generated code can be huge. */
export function* nodesOf(root: Node): Generator<Node> {
  const waiting = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node
    for (const child of Object.values(node).flat().reverse()) if (isNode(child)) waiting.push(child)
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value
