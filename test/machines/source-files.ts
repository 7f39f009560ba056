import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The source files of the repository in one program, so that every name can be looked up. */
export function loadSources(...folders: string[]) {
  const paths = folders.flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => `${folder}/${path}`),
  )
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const program = ts.createProgram(
    paths.map((path) => `${root}${path}`),
    options,
  )
  const checker = program.getTypeChecker()
  const files = paths.sort().map((path) => ({ path, source: program.getSourceFile(`${root}${path}`) }))

  return files.map(({ path, source }) => {
    if (!source) throw new Error(`${path} cannot be read.`)
    return {
      path,
      source,
      imports: importsOf(source),
      globals: globalsOf(source, checker),
    }
  })
}

export type Source = ReturnType<typeof loadSources>[number]

/** A node and all the nodes in it, in the order of the text. */
export function nodesIn(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  return [node, ...children.flatMap(nodesIn)]
}

export interface Import {
  name: string
  /** For a value, for types only, or when it is needed. */
  kind: 'value' | 'type' | 'late'
}

/** The modules that a file names: in imports and exports, in types, and in calls of `import()`. */
function importsOf(source: ts.SourceFile): Import[] {
  return nodesIn(source).flatMap((node): Import[] => {
    if (ts.isImportDeclaration(node))
      return named(node.moduleSpecifier, isTypeImport(node) ? 'type' : 'value')
    if (ts.isExportDeclaration(node))
      return named(node.moduleSpecifier, isTypeExport(node) ? 'type' : 'value')
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      return named(node.argument.literal, 'type')
    }
    const isLate = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
    return isLate ? named(node.arguments[0], 'late') : []
  })
}

const named = (name: ts.Node | undefined, kind: Import['kind']): Import[] =>
  name && ts.isStringLiteral(name) ? [{ name: name.text, kind }] : []

function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false
  const { namedBindings, name } = importClause
  const isListOfTypes =
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  return importClause.phaseModifier === ts.SyntaxKind.TypeKeyword || (!name && isListOfTypes)
}

const isTypeExport = ({ isTypeOnly, exportClause }: ts.ExportDeclaration) =>
  isTypeOnly ||
  (exportClause !== undefined &&
    ts.isNamedExports(exportClause) &&
    exportClause.elements.every((element) => element.isTypeOnly))

/** The globals of browsers and of Node that the file uses as values. */
function globalsOf(source: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const values = nodesIn(source)
    .filter(ts.isIdentifier)
    .filter((name) => !ts.isPartOfTypeNode(name) && !ts.isTypeQueryNode(name.parent))
    .filter((name) => checker.getSymbolAtLocation(name)?.declarations?.some(isOfPlatform))
  return [...new Set(values.map(({ text }) => text))].sort()
}

const isOfPlatform = (declaration: ts.Declaration) =>
  (ts.isVariableDeclaration(declaration) || ts.isFunctionDeclaration(declaration)) &&
  /lib\.dom|@types\/node/.test(declaration.getSourceFile().fileName)
