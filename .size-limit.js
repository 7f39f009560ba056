// What a page waits for before its first render. `sessionchart/authjs` is loaded beside it, by the client itself.
const late = ['sessionchart/authjs']
const usual = '{ SessionProvider, useSession, signIn, signOut }'

// As the bundler of an app does it: a module, made of what is in dist and not of the sources (`paths`).
const asModule = {
  modifyEsbuildConfig: (config) => ({
    ...config,
    format: 'esm',
    tsconfigRaw: '{}',
    define: { 'process.env.NODE_ENV': '"production"' },
  }),
  gzip: true,
}

export default [
  {
    name: 'an app that imports SessionProvider, useSession, signIn and signOut, without xstate',
    path: 'dist/react.js',
    import: usual,
    ignore: ['react', 'xstate', ...late],
    limit: '16.5 kB',
    ...asModule,
  },
  {
    name: 'the same with xstate',
    path: 'dist/react.js',
    import: usual,
    ignore: ['react', ...late],
    limit: '29.6 kB',
    ...asModule,
  },
  {
    name: 'everything that sessionchart/react exports, without xstate',
    path: 'dist/react.js',
    ignore: ['react', 'xstate', ...late],
    limit: '18.2 kB',
    ...asModule,
  },
  {
    name: 'what is loaded beside it, for sign-in, sign-out and updates',
    path: 'dist/authjs.js',
    ignore: ['xstate', 'sessionchart', 'sessionchart/machines/session'],
    limit: '6.5 kB',
    ...asModule,
  },
]
