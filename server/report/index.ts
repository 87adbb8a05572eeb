import { renderDependencyCruiser } from './graph-dependency-cruiser.ts'
import { renderGraphJson } from './graph-json.ts'
import { renderGraphMermaid } from './graph-mermaid.ts'
import { graphLevels, type GraphReporter } from './graph-view.ts'
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

/** The formats of `graph`; the first is the default. */
export const graphReporters: readonly GraphReporter[] = [
  { name: 'json', title: 'for scripts', levels: ['file'], render: renderGraphJson },
  { name: 'mermaid', title: 'for READMEs and pull requests', levels: graphLevels, render: renderGraphMermaid },
  { name: 'dependency-cruiser', title: "that tool's cruise result, for its reporters", levels: ['file'], render: renderDependencyCruiser },
]
