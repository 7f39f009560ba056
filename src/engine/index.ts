export { createEngine } from './create-engine'
export { engineAtHand } from './engine-at-hand'
