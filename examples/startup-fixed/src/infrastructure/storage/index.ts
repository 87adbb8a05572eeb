export type { Blobs } from './blobs'
export { openDatabase, type Database } from './database'
export { exportKey, exportsOf, type ExportFormat } from './keys'
export { s3Blobs } from './s3-blobs'
