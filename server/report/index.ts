import { renderJson } from './json.ts'
import type { Reporter } from './reporter.ts'
import { renderSarif } from './sarif.ts'
import { renderText } from './text.ts'

/** The formats of `check`; the first is the default. */
export const reporters: readonly Reporter[] = [
  { name: 'text', title: 'for people', render: renderText },
  { name: 'json', title: 'for scripts', render: renderJson },
  { name: 'sarif', title: 'SARIF 2.1.0, for code scanning', render: renderSarif },
]
