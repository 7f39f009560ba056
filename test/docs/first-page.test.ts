import { expect, test } from 'vitest'
import { openPhone } from './reader'

const reader = openPhone()

test('signs in on both sides of the demo, and only one survives a server that answers 500', async () => {
  const { page } = reader
  await reader.open('/')
  const demo = page.frameLocator('iframe.demo')
  const left = demo.frameLocator('iframe[title="next-auth/react"]')
  const right = demo.frameLocator('iframe[title="sessionchart/react"]')
  await demo.getByRole('button', { name: 'Sign in on both sides' }).click()
  for (const side of [left, right]) await side.locator('.pill', { hasText: /^authenticated/ }).waitFor()
  await demo.getByText('answers 500', { exact: true }).click()
  await left.locator('.pill', { hasText: 'unauthenticated' }).waitFor()
  await right
    .getByText(/^Still signed in|http: /)
    .first()
    .waitFor()
  expect(await right.locator('.pill').textContent()).toBe('authenticated')
})

test('leads to getting started', async () => {
  const { page } = reader
  await reader.open('/')
  await page.getByRole('main').getByRole('link', { name: 'Getting started', exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Getting started' }).waitFor()
  expect(reader.complaints).toEqual([])
})

test('leads to every other page, by its menu', async () => {
  const { page } = reader
  await reader.open('/')
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('link', { name: 'Testing', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Testing' }).waitFor()
})
