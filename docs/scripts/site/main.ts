import { copyFile } from 'node:fs/promises'
import { build, createServer } from 'vitepress'
import { buildDemo } from './build-demo'
import { checkLinks } from './check-links'
import { folders } from './folders'
import { writeApi } from './write-api'

await Promise.all([writeApi(), buildDemo()])

if (process.argv.includes('--serve')) {
  const server = await createServer(folders.docs)
  await server.listen()
  server.printUrls()
} else {
  await build(folders.docs)
  // The benchmarks link to it.
  await copyFile(`${folders.docs}/benchmarks.json`, `${folders.site}/benchmarks.json`)
  const count = await checkLinks()
  console.log(
    `\n  The site is in docs/.vitepress/dist; the ${count} addresses in it that it links to are there, and so are the anchors.`,
  )
  console.log('  To look at it: npx vitepress preview docs')
}
