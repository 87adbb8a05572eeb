export { closeAccount, findUser, signUp } from './accounts'
export { startSession, userOf } from './sessions'
export type { User, UserId } from './user'
