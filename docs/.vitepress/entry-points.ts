/**
 * What apps import, and where it begins: what the API reference is made of. The other entry points of package.json are
 * parts that these load, as docs/reference.md says.
 */
export const entryPoints: Record<string, string> = {
  sessionchart: 'src/index.ts',
  'sessionchart/react': 'src/react/index.ts',
  'sessionchart/v4': 'src/v4/index.ts',
  'sessionchart/inspect': 'src/inspect/index.ts',
  'sessionchart/devtools': 'src/devtools/index.ts',
  'sessionchart/devtools/panel': 'src/devtools/panel.ts',
  'sessionchart/testing': 'src/testing/index.ts',
  'sessionchart/testing/msw': 'src/testing/msw/index.ts',
  'sessionchart/testing/server': 'src/testing/server/index.ts',
  'sessionchart/machines': 'machines/index.ts',
}
