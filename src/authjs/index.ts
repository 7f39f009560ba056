export { createAuthjs } from './create-authjs'
