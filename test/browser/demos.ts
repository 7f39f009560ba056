import { buildDemo } from '../../examples/demo/server/build-pages'
import { startDemo } from '../../examples/demo/server/start-demo'

// Starts as many demos as it is told, of one build, and prints where they are. It goes on until it is killed.
const count = Number(process.argv[2])
const pages = await buildDemo()
const demos = await Promise.all(Array.from({ length: count }, () => startDemo(pages)))
console.log(`${JSON.stringify(demos.map(({ url }) => url))}\n`)
