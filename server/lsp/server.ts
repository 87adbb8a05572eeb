// The state of the language server: what is open, which projects there are, what is to be said of them.

import { join } from 'node:path'
import type { Diagnostic } from 'vscode-languageserver/node'
import type { Change } from '../session/index.ts'
import { Pull, Push, type Delivery } from './delivery.ts'
import { diagnosticsOf } from './diagnostics.ts'
import { Documents, textOf, type OpenDocument } from './documents.ts'
import type { Editor } from './editor.ts'
import { isWithin } from './from-lsp.ts'
import { Projects, type Folder } from './projects.ts'
import type { Project } from './project.ts'
import { Results } from './results.ts'
import { defaults, settingsOf, type Settings } from './settings.ts'
import { Status } from './status.ts'
import { withProgress } from './progress.ts'
import { uriOfPath } from './uri.ts'
import { register } from './watch.ts'

export interface ServerInput {
  readonly editor: Editor
  /** Absolute. */
  readonly folders: readonly string[]
  readonly today: () => string
  /** Runs what a timer started; what it throws is logged. */
  readonly attempt: (name: string, run: () => void | Promise<void>) => void
}

/**
 * Keys that arrive while the server judges are judged together afterwards, so that a quick judgement needs no pause: it would only be late.
 * A slow one waits for half of its time, because the next key makes it worthless.
 */
const quickMs = 100
const quickPauseMs = 2
const longestPauseMs = 150
/** However much is typed. */
const longestWaitMs = 600
/** An editor that does not answer keeps nobody waiting. */
const answerWithinMs = 2000

export class Server {
  readonly editor: Editor
  readonly documents = new Documents()
  readonly projects: Projects
  readonly results = new Results()
  readonly pull: Pull
  readonly #input: ServerInput
  readonly #delivery: Delivery
  readonly #status: Status
  #folders: readonly string[]
  #revision = 0
  /** As sent by clients that cannot be asked. */
  #sentSettings: Settings = defaults
  #started: Promise<void> | undefined
  #isReady = false
  #pause: ReturnType<typeof setTimeout> | undefined
  #firstChangeMs: number | undefined
  #waiting: (() => void)[] = []
  #lastMs = 0
  /** Files for which a text of the editor stands in. */
  readonly #standIns = new Set<string>()
  readonly #diagnostics = new Map<Project, ReadonlyMap<string, readonly Diagnostic[]>>()

  constructor(input: ServerInput) {
    this.#input = input
    this.editor = input.editor
    this.#folders = input.folders
    this.projects = new Projects(input.today, (project) => this.#handOver(project))
    this.pull = new Pull(this)
    this.#delivery = input.editor.abilities.pulls ? this.pull : new Push(this)
    this.#status = new Status(input.editor)
  }

  /** Another one whenever something happened that may change an answer. */
  get revision(): number {
    return this.#revision
  }

  /** Asks for settings, opens the projects, judges them. Once; later calls wait for the first. */
  start(): Promise<void> {
    return this.#started ??= this.#start()
  }

  /** Resolves when all that happened is judged, after the pause that ends a burst of edits. */
  async settled(): Promise<void> {
    await this.start()
    if (this.#isStale()) {
      if (this.#pause === undefined) this.#later()
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
    if (this.#isStale()) this.judge()
  }

  /** Resolves when all that happened is judged, without a pause: somebody points at something. */
  async current(): Promise<void> {
    await this.start()
    if (this.#isStale()) this.judge()
  }

  /** What happened to a file, told to each project that may care. */
  changed(path: string, change: (path: string) => Change): void {
    for (const project of this.projects.around(path)) {
      const inside = project.pathOf(path)
      if (inside !== undefined) project.take(change(inside))
    }
    this.#revision++
    this.#later()
  }

  everythingChanged(within: (project: Project) => boolean = () => true): void {
    for (const project of this.projects.all) if (within(project)) project.take({ kind: 'everything' })
    this.#revision++
    this.#later()
  }

  opened(open: OpenDocument): void {
    if (open.path === undefined || !this.#isReady) return
    for (const project of this.projects.around(open.path)) this.#tellText(project, open)
    this.#revision++
    this.#later()
  }

  edited(open: OpenDocument): void {
    if (open.path !== undefined && this.#settingsAt(open.path).run === 'onType') this.#textIsNow(open.path, textOf(open))
  }

  saved(open: OpenDocument): void {
    if (open.path === undefined) return
    this.#textIsNow(open.path, textOf(open))
    if (this.editor.abilities.watching === 'nobody') this.everythingChanged()
  }

  closed({ path }: OpenDocument): void {
    if (path === undefined) return
    if (this.#standIns.has(path)) this.#textIsNow(path, undefined)
    if (this.#isReady) this.#delivery.closed(path)
  }

  async foldersChanged(added: readonly string[], removed: readonly string[]): Promise<void> {
    this.#folders = [...new Set([...this.#folders.filter((path) => !removed.includes(path)), ...added])]
    await this.settingsChanged(undefined)
  }

  /** `sent`: the section of a client that cannot be asked. */
  async settingsChanged(sent: unknown): Promise<void> {
    if (sent !== undefined) this.#sentSettings = settingsOf(sent)
    if (!this.#isReady) return
    this.projects.show(await this.#askSettings())
    for (const open of this.documents.all()) this.edited(open)
    this.judge()
  }

  /** The text that was judged is the one on the screen: only then offsets mean the same on both sides. */
  isCurrent(project: Project, open: OpenDocument): boolean {
    const path = open.path === undefined ? undefined : project.pathOf(open.path)
    return path !== undefined && project.session.text(path) === textOf(open)
  }

  /** The session reads this file from disk, though it is open: its text was the same. */
  isUnread(path: string): boolean {
    return !this.#standIns.has(path)
  }

  /** In a folder that is open, or open itself; of a project that reaches further up, its configuration too. */
  isShown(path: string): boolean {
    if (this.documents.at(path) !== undefined) return true
    if (this.projects.settings?.workspaceDiagnostics === false) return false
    return this.#folders.some((folder) => isWithin(path, folder)) || this.projects.all.some(({ root, configPath }) => path === join(root, configPath))
  }

  judge(): void {
    clearTimeout(this.#pause)
    this.#pause = undefined
    const waiting = this.#waiting
    this.#waiting = []
    this.#firstChangeMs = undefined
    const startMs = performance.now()
    try {
      const judged = this.#judgeProjects()
      for (const project of judged) this.#diagnostics.set(project, diagnosticsOf(project, { documents: this.documents, relatedInformation: this.editor.abilities.relatedInformation }))
      for (const project of this.#diagnostics.keys()) if (!this.projects.all.includes(project)) this.#diagnostics.delete(project)
      this.results.update(new Map([...this.#diagnostics.values()].flatMap((ofProject) => [...ofProject])))
      this.#lastMs = performance.now() - startMs
      this.#delivery.judged()
      this.#status.judged(this.projects.all, this.#lastMs)
      this.#refreshLenses()
    } finally {
      for (const resolve of waiting) resolve()
    }
  }

  /** They count what was judged. */
  #refreshLenses(): void {
    const isShown = [...this.documents.all()].some(({ path }) => path !== undefined && this.projects.around(path).some((project) => project.session.configFiles.has(project.pathOf(path) ?? '')))
    if (isShown && this.editor.abilities.refreshesLenses) void this.editor.request('workspace/codeLens/refresh', undefined)
  }

  end(): void {
    clearTimeout(this.#pause)
    this.#isReady = false
    this.pull.end()
  }

  #judgeProjects(): ReadonlySet<Project> {
    const judged = new Set<Project>()
    do {
      for (const project of this.projects.all) {
        if (!project.isStale) continue
        project.judge()
        judged.add(project)
      }
    } while (this.projects.discover())
    return judged
  }

  async #start(): Promise<void> {
    this.#status.busy('reading the project')
    const folders = await this.#askSettings()
    this.projects.show(folders)
    for (const { root, configPath } of this.projects.all) this.editor.log('info', `project ${root}, judged by its ${configPath}`)
    register(this.editor, [...new Set(folders.flatMap(({ settings }) => settings.configFile ?? []))])
    await withProgress(this.editor, 'Bulkhead: reading the project', () => {
      this.#isReady = true
      this.judge()
    })
  }

  async #askSettings(): Promise<readonly Folder[]> {
    const paths = this.#folders
    if (!this.editor.abilities.configuration || paths.length === 0) return paths.map((path) => ({ path, settings: this.#sentSettings }))
    const asked = this.editor.request('workspace/configuration', { items: paths.map((path) => ({ scopeUri: uriOfPath(path), section: 'bulkhead' })) })
    const answer = await Promise.race([asked, after(answerWithinMs)])
    const sections = answer?.kind === 'answer' && Array.isArray(answer.result) ? answer.result as readonly unknown[] : []
    return paths.map((path, index) => ({ path, settings: settingsOf(sections[index]) }))
  }

  #isStale(): boolean {
    return this.projects.all.some((project) => project.isStale)
  }

  #later(): void {
    if (!this.#isReady || !this.#isStale()) return
    const nowMs = performance.now()
    this.#firstChangeMs ??= nowMs
    const pauseMs = this.#lastMs <= quickMs ? quickPauseMs : Math.min(this.#lastMs / 2, longestPauseMs)
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => this.#input.attempt('judging', () => this.judge()), Math.max(0, Math.min(pauseMs, this.#firstChangeMs + longestWaitMs - nowMs)))
  }

  #textIsNow(path: string, text: string | undefined): void {
    if (text === undefined) this.#standIns.delete(path)
    else this.#standIns.add(path)
    this.changed(path, (inside) => ({ kind: 'text', path: inside, text }))
  }

  #handOver(project: Project): void {
    for (const open of this.documents.all()) if (open.path !== undefined && isWithin(open.path, project.root)) this.#tellText(project, open)
  }

  /** A text that is as the file has it stands in for nothing: opening a file costs no judgement. */
  #tellText(project: Project, open: OpenDocument): void {
    const path = open.path === undefined ? undefined : project.pathOf(open.path)
    if (path === undefined || project.settings.run === 'onSave') return
    const text = textOf(open)
    if (project.session.text(path) === text) return
    project.take({ kind: 'text', path, text })
    if (open.path !== undefined) this.#standIns.add(open.path)
  }

  #settingsAt(path: string): Settings {
    return this.projects.of(path)?.settings ?? defaults
  }
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => { setTimeout(() => resolve(undefined), ms).unref() })
}
