import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildDemo } from '../../examples/demo/server/build-pages'
import { startDemo } from '../../examples/demo/server/start-demo'
import { startStaticDemo } from './static-demo'

// Builds the demo once. Each POST starts one more, on ports of its own, and is answered with where that is: for `/static`
// one of files alone. Each DELETE stops the one that it names. It prints where it is, and goes on until it is killed.
const pages = await buildDemo()
const demos = new Map<string, { stop(): Promise<void> }>()

const server = createServer(async ({ method, url = '/' }, response) => {
  if (method === 'POST') {
    const demo = await (url === '/static' ? startStaticDemo() : startDemo(pages))
    demos.set(demo.url, demo)
    response.end(demo.url)
    return
  }
  const name = decodeURIComponent(url.slice(1))
  await demos.get(name)?.stop()
  demos.delete(name)
  response.end()
})
server.listen(0, 'localhost', () => {
  console.log(`http://localhost:${(server.address() as AddressInfo).port}`)
})
