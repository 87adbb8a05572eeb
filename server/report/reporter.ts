import type { Level } from '../../rules/model/finding.ts'
import type { Report } from '../../rules/model/report.ts'
import type { Paint } from './paint.ts'

/** What a format may say of a rule beyond its id. */
export interface RulePage {
  readonly id: string
  readonly title: string
  /** Where nothing was said in the configuration. */
  readonly level: Level
  /** The rule's documentation, in Markdown. */
  readonly page?: string
  /** Where that page is on the web. */
  readonly href?: string
}

export interface ReportOptions {
  readonly paint: Paint
  /** Of bulkhead. */
  readonly version: string
  readonly rules: readonly RulePage[]
}

/** A format of `check`. Pure: the same report and options give the same bytes. */
export interface Reporter {
  readonly name: string
  /** One line, for the help. */
  readonly title: string
  render(report: Report, options: ReportOptions): string
}
