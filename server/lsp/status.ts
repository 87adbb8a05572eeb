import { plural } from '../report/plural.ts'
import type { Editor } from './editor.ts'
import type { Project } from './project.ts'
import { statusMethod, type Status as StatusParams } from './protocol.ts'

/** Tells the editor how bulkhead is, in one line. */
export class Status {
  readonly #editor: Editor
  #told = ''

  constructor(editor: Editor) {
    this.#editor = editor
  }

  busy(message: string): void {
    this.#tell({ health: 'ok', quiescent: false, message })
  }

  judged(projects: readonly Project[], elapsedMs: number): void {
    const reports = projects.flatMap(({ report }) => report ?? [])
    const files = reports.reduce((sum, { stats }) => sum + stats.files, 0)
    const findings = reports.flatMap((report) => report.findings.filter(({ status }) => status === 'new')).length
    const counts = [plural(files, 'file'), plural(findings, 'finding'), `${(elapsedMs / 1000).toFixed(1)} s`]
    const isConfigValid = reports.every((report) => report.isConfigValid)
    const hasProblems = reports.some(({ problems }) => problems.length > 0)
    this.#tell({
      health: !isConfigValid ? 'error' : hasProblems ? 'warning' : 'ok',
      quiescent: true,
      message: projects.length === 0 ? 'no folder to check' : [...(isConfigValid ? [] : ['the configuration has problems']), ...counts].join(', '),
    })
  }

  #tell(status: StatusParams): void {
    const json = JSON.stringify(status)
    if (json === this.#told) return
    this.#told = json
    this.#editor.notify(statusMethod, status)
  }
}
