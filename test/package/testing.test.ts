import { expect, test } from 'vitest'
import { makeProject } from './project'

test.each([
  { version: '18.2', react: 'react-18.2', dom: 'react-dom-18.2' },
  { version: '18.3', react: 'react-18.3', dom: 'react-dom-18.3' },
  { version: '19', react: 'react', dom: 'react-dom' },
])('the test provider works in node:test on React $version', async ({ react, dom }) => {
  const packages = { react, 'react-dom': dom, jsdom: 'jsdom', xstate: 'xstate' }
  const { node } = makeProject({ apps: ['testing'], packages })
  const { stdout } = await node(['--test', '--test-reporter=tap', 'provider.test.mjs'])
  expect(stdout).toContain('# pass 3')
})
