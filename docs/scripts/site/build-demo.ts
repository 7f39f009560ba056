import { rm } from 'node:fs/promises'
import { buildStaticDemo } from '../../../examples/demo/build-static'
import { folders } from './folders'

/** Puts the demo where the first page looks for it. */
export async function buildDemo(): Promise<void> {
  await rm(folders.demo, { recursive: true, force: true })
  await buildStaticDemo(folders.demo)
}
