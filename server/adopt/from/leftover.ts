// What a configuration says beyond what is translated: no key is passed over in silence.

import type { Section, Unsaid } from './draft.ts'
import type { Settings } from './reading.ts'

export interface Keys {
  /** Said by what became of them. */
  readonly read: readonly string[]
  /** They mean nothing for what may import what. */
  readonly idle?: readonly string[]
  /** They cannot be said: why. */
  readonly unsaid?: Readonly<Record<string, string>>
}

/** One for each key that is neither read nor idle. `where` is put in front of its name. */
export function leftover(settings: Settings, where: string, { read, idle = [], unsaid = {} }: Keys, section?: Section): readonly Unsaid[] {
  return Object.keys(settings).flatMap((key): readonly Unsaid[] => {
    if (read.includes(key) || idle.includes(key)) return []
    const reason = Object.hasOwn(unsaid, key) ? unsaid[key] ?? '' : 'bulkhead does not know this key'
    return [{ what: `${where}${key}`, reason, ...(section !== undefined && { section }) }]
  })
}
