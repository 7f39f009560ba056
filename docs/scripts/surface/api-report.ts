import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor'
import { type EntryPoint, readEntryPoints } from './entry-points'

// Below the repository, so that the types of React and XState are found.
const WORKSHOP = '.tmp/api-report/'

/** What is declared in a file that two entries share stands in the report of the other one. */
const SHARE_DECLARATIONS = ['sessionchart/engine', 'sessionchart/machines/memory']

/**
 * What each entry of the built package declares, as API Extractor writes it down: its exports, and the types that one
 * meets in them. Names are those of the reports.
 */
export function writeApiReports(root: URL): Record<string, string> {
  const entries = readEntryPoints(root)
  const dir = fileURLToPath(new URL(WORKSHOP, root))
  setUp(root, dir)
  const configs = entries.map((entry) => configOf(entry, dir, entries))
  const [first] = configs
  if (!first) throw new Error('package.json has no entry with declarations.')
  // All entries in one program: the types of React, XState and msw are read once.
  const compilerState = CompilerState.create(first, {
    additionalEntryPoints: configs.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath),
  })
  return Object.fromEntries(configs.map((config) => [reportOf(config), extract(config, compilerState)]))
}

/**
 * The declarations twice: once to report, and once as an installed package, which is where their imports of each other
 * lead. So what an entry has from another one is an import in its report, and stands in one report alone.
 */
function setUp(root: URL, dir: string) {
  rmSync(dir, { recursive: true, force: true })
  const installed = join(dir, 'node_modules/sessionchart')
  const declarations = { recursive: true, filter: (path: string) => !/\.(c?js|map|txt|d\.cts)$/.test(path) }
  for (const place of [dir, installed]) cpSync(new URL('dist', root), join(place, 'dist'), declarations)
  cpSync(new URL('package.json', root), join(installed, 'package.json'))
  // Without `exports`: with them the package would find its own files and not the installed ones.
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ name: 'sessionchart', type: 'module' }))
  mkdirSync(join(dir, 'reports'))
}

function configOf({ name, declarations }: EntryPoint, dir: string, entries: EntryPoint[]) {
  const none = { logLevel: ExtractorLogLevel.None }
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: dir,
      mainEntryPointFilePath: join(dir, declarations),
      compiler: { overrideTsconfig: { compilerOptions, files: entries.map((entry) => entry.declarations) } },
      apiReport: {
        enabled: true,
        reportFileName: name.replaceAll('/', '-'),
        reportFolder: join(dir, 'reports'),
        reportTempFolder: join(dir, 'temp'),
        includeForgottenExports: !SHARE_DECLARATIONS.includes(name),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      // It has opinions about comments, which are not asked for here. What the compiler says is.
      messages: { extractorMessageReporting: { default: none }, tsdocMessageReporting: { default: none } },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(dir, 'package.json'),
  })
}

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  module: 'ESNext',
  moduleResolution: 'bundler',
  strict: true,
  skipLibCheck: true,
  types: ['node'],
}

const reportOf = (config: ExtractorConfig) => config.reportFilePath.replace(/^.*[\\/]/, '')

function extract(config: ExtractorConfig, compilerState: CompilerState): string {
  const complaints: string[] = []
  Extractor.invoke(config, {
    compilerState,
    localBuild: true,
    messageCallback: (message) => {
      message.handled = true
      if (message.category === 'Compiler') complaints.push(message.formatMessageWithLocation('.'))
    },
  })
  if (complaints.length > 0) throw new Error(complaints.join('\n'))
  return readFileSync(config.reportFilePath, 'utf8')
}
