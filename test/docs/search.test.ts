import { expect, test } from 'vitest'
import { openPhone } from './reader'

const reader = openPhone()

test('finds a page by a word in it', async () => {
  const { page } = reader
  await reader.open('/')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('searchbox').fill('refetchWhenOffline')
  await page
    .getByRole('option')
    .filter({ hasText: /^Reference\s*Options/ })
    .first()
    .click()
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
