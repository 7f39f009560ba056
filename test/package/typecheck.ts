import { join } from 'node:path'
import ts from 'typescript'

/** The ways in which TypeScript finds a package, under the names that `tsconfig.json` has for them. */
const resolutions = {
  bundler: { moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext },
  node16: { moduleResolution: ts.ModuleResolutionKind.Node16, module: ts.ModuleKind.Node16 },
  node: { moduleResolution: ts.ModuleResolutionKind.Node10, module: ts.ModuleKind.CommonJS },
}
export type Resolution = keyof typeof resolutions

/** Parsed once for all programs: they are the same in every project, and there are many of them. */
const installed = new Map<string, ts.SourceFile | undefined>()

export function createProgram(
  dir: string,
  files: string[],
  resolution: Resolution,
  options: ts.CompilerOptions = {},
): ts.Program {
  const all: ts.CompilerOptions = {
    ...resolutions[resolution],
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    jsx: ts.JsxEmit.ReactJSX,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    esModuleInterop: true,
    types: [],
    ...options,
  }
  const host = ts.createCompilerHost(all)
  const parse = host.getSourceFile
  host.getSourceFile = (file, how, ...rest) => {
    if (file.startsWith(dir)) return parse(file, how, ...rest)
    const format = typeof how === 'object' ? how.impliedNodeFormat : undefined
    const key = `${file} ${resolution} ${format}`
    if (!installed.has(key)) installed.set(key, parse(file, how, ...rest))
    return installed.get(key)
  }
  host.getCurrentDirectory = () => dir
  return ts.createProgram(
    files.map((file) => join(dir, file)),
    all,
    host,
  )
}

/** Everything that `tsc` would complain about, one line each. */
function complaints(program: ts.Program, dir: string): string[] {
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, '\n')
    if (!file) return text
    const line = file.getLineAndCharacterOfPosition(start).line + 1
    return `${file.fileName.replace(`${dir}/`, '')}:${line} ${text}`
  })
}

export function typecheck(...args: Parameters<typeof createProgram>): string[] {
  return complaints(createProgram(...args), args[0])
}
