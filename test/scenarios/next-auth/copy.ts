import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import type * as nextAuth from 'next-auth/react'

export type NextAuth = typeof nextAuth

const file = pathToFileURL(createRequire(import.meta.url).resolve('next-auth/react')).href
const levels = ['debug', 'error', 'warn'] as const
let count = 0

/** Loads next-auth v5 as a page that has just been opened does: nothing is left of an earlier one. */
export async function loadNextAuth(): Promise<NextAuth> {
  const { debug, error, warn } = console
  // It keeps the console's functions of this moment, and a test listens to those of a later one.
  for (const level of levels) console[level] = (...words) => console[level](...words)
  try {
    count += 1
    return await import(/* @vite-ignore */ `${file}?page=${count}`)
  } finally {
    Object.assign(console, { debug, error, warn })
  }
}
