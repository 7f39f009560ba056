import type { ExportNamedDeclaration, ImportDeclaration, Node, TSEntityName } from '@babel/types'

type Specifier = ImportDeclaration['specifiers'][number] | ExportNamedDeclaration['specifiers'][number]

/** The names that an import or an export takes from another module. A whole module (`* as auth`) has none. */
export function namesOfSpecifiers(specifiers: Specifier[]): string[] {
  return specifiers.flatMap((specifier) => {
    switch (specifier.type) {
      case 'ImportSpecifier':
        return nameOf(specifier.imported)
      case 'ExportSpecifier':
        return nameOf(specifier.local)
      case 'ImportDefaultSpecifier':
        return 'default'
      default:
        return []
    }
  })
}

/** `Session` of `import('next-auth').Session.user`. */
export const nameTaken = (entity: TSEntityName): string =>
  entity.type === 'TSQualifiedName' ? nameTaken(entity.left) : entity.name

/** What a node takes by name from the module that a call or an `import()` in it gives. */
export function takenFrom(node: Node): { module: Node; names: string[] } | undefined {
  if (node.type === 'VariableDeclarator' && node.id.type === 'ObjectPattern') {
    const module = node.init ? moduleGivenBy(node.init) : undefined
    return module && { module, names: node.id.properties.flatMap(keyOf) }
  }
  if (node.type === 'MemberExpression' && !node.computed) {
    const module = moduleGivenBy(node.object)
    return module && { module, names: nameOf(node.property) }
  }
  return undefined
}

/** The call or `import()` that gives a module; `undefined` for what gives a promise of it, or something else. */
function moduleGivenBy(node: Node): Node | undefined {
  if (node.type === 'AwaitExpression') return node.argument
  if (node.type !== 'CallExpression') return undefined
  const { callee } = node
  const name = callee.type === 'MemberExpression' ? callee.property : callee
  const gives = name.type === 'Identifier' && /^require(Actual|Mock)?$/.test(name.name)
  return gives ? node : undefined
}

const keyOf = (property: Node): string[] =>
  property.type === 'ObjectProperty' && !property.computed ? nameOf(property.key) : []

function nameOf(node: Node): string[] {
  if (node.type === 'Identifier') return [node.name]
  return node.type === 'StringLiteral' ? [node.value] : []
}
