// A server, and whoever runs tests in Node, has it at hand. In a browser `in-browser.ts` stands here, by the condition
// `browser` of package.json.
export { engineAtHand as lateEngine } from 'sessionchart/engine'
