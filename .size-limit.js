// What a page waits for before its first render. `sessionchart/engine` is loaded beside it, by the client itself.
const late = ['sessionchart/engine']
const usual = '{ SessionProvider, useSession, signIn, signOut }'

// As the bundler of an app does it: a module for browsers, made of what is in dist and not of the sources (`paths`).
const asModule = {
  modifyEsbuildConfig: (config) => ({
    ...config,
    format: 'esm',
    platform: 'browser',
    tsconfigRaw: '{}',
    define: { 'process.env.NODE_ENV': '"production"' },
  }),
  gzip: true,
}

export default [
  {
    name: 'an app that imports SessionProvider, useSession, signIn and signOut',
    path: 'dist/react.js',
    import: usual,
    ignore: ['react', ...late],
    limit: '7.6 kB',
    ...asModule,
  },
  {
    name: 'everything that sessionchart/react exports',
    path: 'dist/react.js',
    ignore: ['react', ...late],
    limit: '9.4 kB',
    ...asModule,
  },
  {
    name: 'what is loaded beside it, without xstate',
    path: 'dist/engine.js',
    ignore: ['xstate', 'sessionchart/client', 'sessionchart/machines/memory'],
    limit: '19.6 kB',
    ...asModule,
  },
  {
    name: 'all of it, with xstate, in one file',
    path: 'dist/index.js',
    ignore: ['react'],
    limit: '37.6 kB',
    ...asModule,
  },
]
