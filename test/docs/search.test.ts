import { expect, test } from 'vitest'
import { openPhone } from './reader'

const reader = openPhone()

test('finds a page by a word in it, and guides before the API', async () => {
  const { page } = reader
  await reader.open('/')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('searchbox').fill('refetchWhenOffline')
  const first = page.getByRole('option').first()
  await first.filter({ hasText: /Reference\s*Provider/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Reference' }).waitFor()
  expect(reader.complaints).toEqual([])
})

test('finds a function in the API', async () => {
  const { page } = reader
  await reader.open('/')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('searchbox').fill('transitionCoverage')
  await page.getByRole('option').filter({ hasText: 'sessionchart/testing' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'sessionchart/testing' }).waitFor()
})
