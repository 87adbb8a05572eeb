import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
/** What the editor suites download, build and photograph; ignored by git, outside node_modules so that `npm ci` leaves it. */
export const cache = join(root, '.e2e')
