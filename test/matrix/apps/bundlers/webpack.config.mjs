import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

/** From the sources, or, with `--env cjs`, from what they were compiled to. */
export default ({ cjs } = {}) => ({
  mode: 'production',
  entry: here(cjs ? './cjs/main.js' : './src/main.tsx'),
  output: { path: here(cjs ? './dist/webpack-from-cjs' : './dist/webpack'), publicPath: '/' },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [{ test: /\.tsx$/, loader: 'esbuild-loader', options: { jsx: 'automatic', target: 'es2022' } }],
  },
  // Once is enough: it takes most of the time.
  optimization: { minimize: !cjs },
  // That a page has more than 244 kB is no fault of what it imports: React alone is most of it.
  performance: false,
})
