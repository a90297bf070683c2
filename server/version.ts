// The version that this is, as its package says.
export { version } from '../package.json'
