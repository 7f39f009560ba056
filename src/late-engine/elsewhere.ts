// A server, and whoever runs tests in Node, has it at hand. Browsers get `in-browser.ts`, by the condition
// `browser` of package.json.
export { engineAtHand as lateEngine } from 'sessionchart/engine'
