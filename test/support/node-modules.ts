import { join } from 'node:path'

/** Where the packages lie that bulkhead is developed with. Absolute. */
export const nodeModules = join(import.meta.dirname, '../../node_modules')
