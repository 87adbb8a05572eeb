export { connect } from './connector'
export type { Job, Urgency } from './job'
export { submit, type JobRequest, type Queue } from './submit'
