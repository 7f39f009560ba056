export { createFlows } from './create-flows'
