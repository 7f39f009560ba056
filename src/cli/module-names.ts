import type { CallExpression, Node } from '@babel/types'
import { namesOfSpecifiers, nameTaken, takenFrom } from './taken-names'

/** A place in the code where a module is named. */
export interface ModuleName {
  /** What names it: most often a literal. */
  node: Node
  /** What is taken from the module there, as far as it is said by name. */
  names: string[]
  /** Only for `declare module`: the declarations in it, none where it has no body. */
  declares?: Node[]
}

const JEST = ['mock', 'unmock', 'deepUnmock', 'doMock', 'dontMock', 'setMock', 'requireActual', 'requireMock']
const VITEST = ['mock', 'unmock', 'doMock', 'doUnmock', 'importActual', 'importMock']
/** The methods whose first argument is the name of a module, by the object that has them. */
const METHODS = new Map([
  ['require', ['resolve']],
  [
    'jest',
    [...JEST, 'createMockFromModule', 'genMockFromModule', 'unstable_mockModule', 'unstable_unmockModule'],
  ],
  ['vi', VITEST],
  ['vitest', VITEST],
])

/** Asked of all nodes, each before what is in it: whether a node names a module. */
export function makeModuleNames(): (node: Node) => ModuleName | undefined {
  const taken = new Map<Node, string[]>()
  return (node) => {
    const taking = takenFrom(node)
    if (taking) taken.set(taking.module, taking.names)
    return moduleNameIn(node, taken.get(node) ?? [])
  }
}

function moduleNameIn(node: Node, names: string[]): ModuleName | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return { node: node.source, names: namesOfSpecifiers(node.specifiers) }
    case 'ExportNamedDeclaration':
      return node.source ? { node: node.source, names: namesOfSpecifiers(node.specifiers) } : undefined
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      return { node: node.source, names }
    case 'TSImportType':
      return { node: node.argument, names: node.qualifier ? [nameTaken(node.qualifier)] : [] }
    case 'TSExternalModuleReference':
      return { node: node.expression, names }
    case 'TSModuleDeclaration':
      if (node.id.type !== 'StringLiteral') return undefined
      return { node: node.id, names, declares: node.body?.type === 'TSModuleBlock' ? node.body.body : [] }
    case 'CallExpression':
      return node.arguments[0] && takesModule(node) ? { node: node.arguments[0], names } : undefined
    default:
      return undefined
  }
}

function takesModule({ callee }: CallExpression): boolean {
  if (callee.type === 'Identifier') return callee.name === 'require'
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false
  const object = startOfChain(callee.object)
  const isMeta = object.type === 'MetaProperty' && callee.property.name === 'resolve'
  return (
    isMeta || (object.type === 'Identifier' && !!METHODS.get(object.name)?.includes(callee.property.name))
  )
}

/** `jest` of `jest.mock('a').mock('b')`. */
function startOfChain(node: Node): Node {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return node
  return startOfChain(node.callee.object)
}
