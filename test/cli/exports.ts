import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))
const files = {
  'sessionchart/react': 'src/react/index.ts',
  'sessionchart/v4': 'src/v4/index.ts',
  'next-auth 5': 'node_modules/next-auth/react.d.ts',
  'next-auth 4': 'node_modules/next-auth-v4/react/index.d.ts',
}
export type Library = keyof typeof files

export interface Exported {
  name: string
  isInterface: boolean
}

/** What libraries really export, as TypeScript sees it. */
export function loadExports(): Record<Library, Exported[]> {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const program = ts.createProgram(
    Object.values(files).map((file) => `${root}${file}`),
    options,
  )
  const checker = program.getTypeChecker()
  const exportsOf = (file: string): Exported[] => {
    const source = program.getSourceFile(`${root}${file}`)
    const module = source && checker.getSymbolAtLocation(source)
    if (!module) throw new Error(`${file} is not a module`)
    return checker.getExportsOfModule(module).map((symbol) => {
      const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      return { name: symbol.name, isInterface: (real.flags & ts.SymbolFlags.Interface) > 0 }
    })
  }
  const all = Object.entries(files).map(([library, file]) => [library, exportsOf(file)])
  return Object.fromEntries(all)
}
