// As `create-jest` leaves it, for jsdom: node_modules is not transformed.
module.exports = {
  testEnvironment: 'jsdom',
  setupFilesAfterEnv: ['<rootDir>/quiet.js'],
}
