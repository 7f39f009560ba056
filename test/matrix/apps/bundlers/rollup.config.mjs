import commonjs from '@rollup/plugin-commonjs'
import resolve from '@rollup/plugin-node-resolve'
import replace from '@rollup/plugin-replace'
import esbuild from 'rollup-plugin-esbuild'

export default {
  input: 'src/main.tsx',
  output: { dir: 'dist/rollup', format: 'es' },
  plugins: [
    replace({ preventAssignment: true, values: { 'process.env.NODE_ENV': '"production"' } }),
    // `browser` is what lets the engine come late.
    resolve({ browser: true, extensions: ['.tsx', '.js'] }),
    commonjs(),
    esbuild({ jsx: 'automatic', minify: true }),
  ],
}
