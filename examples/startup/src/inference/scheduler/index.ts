export { startDispatching } from './dispatch'
export { scoreOf } from './priority'
