import { rm } from 'node:fs/promises'
import { Application, Converter, type ProjectReflection, type TypeDocOptions } from 'typedoc'
import type { PluginOptions } from 'typedoc-plugin-markdown'
import { entryPoints } from '../../.vitepress/entry-points'
import { folders } from './folders'
import { tidyApi } from './tidy-api'

const options: TypeDocOptions & Partial<PluginOptions> = {
  entryPoints: Object.values(entryPoints).map((file) => `${folders.root}/${file}`),
  tsconfig: `${folders.docs}/scripts/site/tsconfig.api.json`,
  // `npm run check:types` does.
  skipErrorChecking: true,
  disableSources: true,
  excludeExternals: true,
  excludeInternal: true,
  excludePrivate: true,
  // `Session` is the app's own in the end. The others are said in words where they are used.
  intentionallyNotExported: ['AuthjsSession', 'Followed', 'PathCause', 'Regions', 'Token', 'UNITS', 'words'],
  readme: 'none',
  out: folders.api,
  logLevel: 'Warn',
  treatWarningsAsErrors: true,
  plugin: ['typedoc-plugin-markdown'],
  router: 'module',
  hidePageHeader: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  expandParameters: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  propertyMembersFormat: 'table',
  typeDeclarationFormat: 'table',
  tableColumnSettings: { hideInherited: true, hideOverrides: true, leftAlignHeaders: true },
  pageTitleTemplates: { module: ({ name }) => name },
  groupOrder: ['Functions', 'Variables', 'Classes', 'Interfaces', 'Type Aliases', 'References'],
}

/**
 * Writes the API reference, a page for each entry point, from the comments in the sources.
 *
 * @throws Error when something in them is not as it should be: a link that leads nowhere, a type that is shown and
 * not exported. What it is has been printed then.
 */
export async function writeApi(): Promise<void> {
  const app = await Application.bootstrapWithPlugins(options)
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => nameModules(project))
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => tidyApi(project))
  const project = await app.convert()
  if (project) {
    app.validate(project)
    await app.generateOutputs(project)
    // It lists the pages, as the sidebar does.
    await rm(`${folders.api}/README.md`)
  }
  if (!project || app.logger.hasErrors() || app.logger.hasWarnings())
    throw new Error('The API reference could not be made.')
}

/** By what one imports, and not by the file in which that happens to be. */
function nameModules(project: ProjectReflection): void {
  const modules = project.children ?? []
  for (const [name, file] of Object.entries(entryPoints)) {
    const module = modules.find(
      (module) => `${module.name}/index.ts` === file || `${module.name}.ts` === file,
    )
    if (!module) throw new Error(`TypeDoc has no module of ${file}.`)
    module.name = name
  }
}
