import { expect, test } from 'vitest'
import { makeProject } from './project'

test.each([
  { version: '18.2', react: 'react-18.2', dom: 'react-dom-18.2' },
  { version: '18.3', react: 'react-18.3', dom: 'react-dom-18.3' },
  { version: '19', react: 'react', dom: 'react-dom' },
])('sessions of tests work in node:test on React $version', async ({ react, dom }) => {
  const packages = { react, 'react-dom': dom, jsdom: 'jsdom', xstate: 'xstate' }
  const { node } = makeProject({ apps: ['testing'], packages })
  const files = ['provider.test.mjs', 'session.test.mjs', 'session.test.cjs']
  const { stdout } = await node(['--test', '--test-reporter=tap', ...files])
  expect(stdout).toContain('# pass 10')
  expect(stdout).toContain('# fail 0')
})
