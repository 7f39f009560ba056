import { existsSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { root } from './pages'
import { appsFolder, type SnippetFile } from './snippet-files'

const hiddenApp = `${root}test/snippets/app/`
const shared = ['globals.d.ts', 'other-packages.d.ts'].map((name) => hiddenApp + name)

/** Checks all files in one program, and says where they are wrong: `docs/page.md:12: message`. */
export function checkTypes(files: SnippetFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const program = ts.createProgram([...byPath.keys(), ...shared], compilerOptions(), hostFor(byPath))
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file === undefined || byPath.has(file.fileName) || shared.includes(file.fileName))
    .map((found) => describe(found, byPath))
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root)
  return {
    ...options,
    types: ['node', 'vitest/globals'],
    // A page shows what it is about, and leaves the rest away.
    noUnusedLocals: false,
    noUnusedParameters: false,
    noUncheckedIndexedAccess: false,
    allowImportingTsExtensions: true,
  }
}

// For the next program.
const onDisk = new Map<string, ts.SourceFile | undefined>()

/** The disk, and on it the files of the pages. What an app of a page lacks, the hidden one has. */
function hostFor(files: Map<string, SnippetFile>): ts.CompilerHost {
  const host = ts.createCompilerHost(compilerOptions(), true)
  const real = (path: string) =>
    path.startsWith(appsFolder) ? hiddenApp + path.slice(appsFolder.length).replace(/^.*?-md\//, '') : path
  return {
    ...host,
    fileExists: (path) => files.has(path) || isFile(real(path)),
    readFile: (path) => files.get(path)?.text ?? ts.sys.readFile(real(path)),
    // Folders that are nowhere have to seem to be there.
    directoryExists: (path) => path.startsWith(appsFolder.slice(0, -1)) || ts.sys.directoryExists(path),
    getSourceFile(path, target, ...rest) {
      if (path.startsWith(appsFolder)) {
        const text = files.get(path)?.text ?? readFileSync(real(path), 'utf8')
        return ts.createSourceFile(path, text, target, true)
      }
      const parsed = onDisk.get(path) ?? host.getSourceFile(path, target, ...rest)
      onDisk.set(path, parsed)
      return parsed
    },
  }
}

const isFile = (path: string) => existsSync(path) && ts.sys.fileExists(path)

function describe({ file, start = 0, messageText }: ts.Diagnostic, files: Map<string, SnippetFile>): string {
  const message = ts.flattenDiagnosticMessageText(messageText, '\n')
  const found = file && files.get(file.fileName)
  if (!file || !found) return `${file?.fileName ?? 'all'}: ${message}`
  const { block, before } = found
  const line = file.getLineAndCharacterOfPosition(start).line - before
  return line < 0
    ? `${block.page}:${block.line}: before it, hidden: ${message}`
    : `${block.page}:${block.line + line}: ${message}`
}
