export { openDatabase, type Database } from './database'
export { exportKey, exportsOf, type ExportFormat } from './keys'
