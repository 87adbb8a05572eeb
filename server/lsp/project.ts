import type { Path } from '../../rules/model/place.ts'
import type { Report } from '../../rules/model/report.ts'
import type { Change, Session } from '../session/index.ts'
import { isWithin, relativePath } from './from-lsp.ts'
import type { Settings } from './settings.ts'

/** One project of the workspace: a session, and the changes that it has not been told of yet. */
export class Project {
  /** Absolute. */
  readonly root: string
  readonly configPath: Path
  readonly settings: Settings
  readonly session: Session
  #pending: Change[] = []
  #report: Report | undefined

  constructor(given: { readonly root: string; readonly configPath: Path; readonly settings: Settings; readonly session: Session }) {
    this.root = given.root
    this.configPath = given.configPath
    this.settings = given.settings
    this.session = given.session
  }

  get isStale(): boolean {
    return this.#report === undefined || this.#pending.length > 0
  }

  /** As it was last judged. */
  get report(): Report | undefined {
    return this.#report
  }

  /** Undefined for what lies outside. */
  pathOf(absolute: string): Path | undefined {
    return isWithin(absolute, this.root) && absolute !== this.root ? relativePath(this.root, absolute) : undefined
  }

  take(change: Change): void {
    this.#pending.push(change)
  }

  /** Tells the session all that happened, at once. Texts of one file replace each other: only the last one counts. */
  judge(): Report {
    const changes = this.#pending
    this.#pending = []
    this.#report = undefined
    return this.#report = this.session.apply(changes.filter(isLast(changes)))
  }
}

function isLast(changes: readonly Change[]): (change: Change) => boolean {
  const lastText = new Map(changes.flatMap((change) => change.kind === 'text' ? [[change.path, change] as const] : []))
  return (change) => change.kind !== 'text' || lastText.get(change.path) === change
}
