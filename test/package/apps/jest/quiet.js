// Nothing that the tests do may be worth a word on the console.
const said = []
for (const level of ['error', 'warn', 'info', 'log']) {
  console[level] = (...words) => said.push([level, ...words])
}
afterEach(() => {
  expect(said.splice(0)).toEqual([])
})
