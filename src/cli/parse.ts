import { type ParserPlugin, parse as parseBabel } from '@babel/parser'
import type { Comment, Node } from '@babel/types'

const SOURCE = /\.([cm]?)([jt])s(x?)$/
const DECLARATIONS = /\.d(\.[\w-]+)?\.[cm]?ts$/

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
  const { program, comments } = parseBabel(text, {
    sourceType: 'unambiguous',
    plugins: pluginsFor(text, path),
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

function pluginsFor(text: string, path: string): ParserPlugin[] {
  const [, , language, react] = SOURCE.exec(path) ?? []
  const syntax: ParserPlugin[] =
    language === 't'
      ? [['typescript', { dts: DECLARATIONS.test(path) }]]
      : text.includes('@flow')
        ? ['flow']
        : []
  // In other TypeScript `<T>x` is a type assertion.
  const jsx: ParserPlugin[] = language === 'j' || react ? ['jsx'] : []
  return [
    ...syntax,
    ...jsx,
    'decorators-legacy',
    'decoratorAutoAccessors',
    'explicitResourceManagement',
    'deprecatedImportAssert',
  ]
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
