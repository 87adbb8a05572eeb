// The living project: changes in, report or edits out. It alone knows the whole route from bytes to a report.

import type { Facts } from '../../rules/model/facts.ts'
import type { Fix } from '../../rules/model/finding.ts'
import type { Graph } from '../../rules/model/graph.ts'
import type { Known } from '../../rules/model/known.ts'
import type { Link } from '../../rules/model/link.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Policy } from '../../rules/model/policy.ts'
import type { Problem } from '../../rules/model/problem.ts'
import type { Report } from '../../rules/model/report.ts'
import type { Project } from '../../rules/model/rule.ts'
import { rules } from '../../rules/index.ts'
import { baselineName } from '../config/baseline.ts'
import { affected, check, graph, isSource, origins, resolver, type Affected, type FoundInFiles, type GraphFile, type LivingGraph, type Origins, type ResolveLayout, type WrittenIgnore } from '../engine/index.ts'
import type { Files, Listing } from '../io/files.ts'
import { overlay } from '../io/overlay.ts'
import { noMemory, type Memory } from './memory.ts'
import { editsOf, type Taken, type Rewritten } from './edits.ts'
import { Ground, type Shift } from './ground.ts'
import { projectOf } from './project-of.ts'
import type { ReadLayout } from './read-layout.ts'
import { readPolicy, type ReadPolicy } from './read-policy.ts'
import { reportOn } from './report-on.ts'
import { sources, type News, type Sources } from './sources.ts'
import { unwatched, type Stopwatch } from './stopwatch.ts'
import { surroundingsOf } from './surroundings.ts'
import type { Surroundings } from '../config/language/surroundings.ts'
import { unreadLanguages } from './unread-languages.ts'

export interface SessionInput {
  readonly files: Files
  /** Where a specifier leads that leaves the project; from the root, '../' at its start where it lies above. */
  readonly lookup: (specifier: string, folder: Path) => Path | undefined
  readonly realPath: (path: Path) => Path
  /** The configuration's path; a file that is not there is no configuration. */
  readonly configPath: Path
  /** Asked once for each report. */
  readonly today: () => string
  readonly stopwatch?: Stopwatch
  /** What earlier runs read. */
  readonly memory?: (files: Files) => Memory
}

/** What happened outside. A closed list: whatever a client sees is one of these. */
export type Change =
  /** An unsaved text stands in for the file; undefined: no longer. */
  | { readonly kind: 'text'; readonly path: Path; readonly text: string | undefined }
  /** Files were created, changed or deleted; or a folder, with all that is in it. */
  | { readonly kind: 'disk'; readonly paths: readonly Path[] }
  /** Anything may be different: another branch, or nobody watched. */
  | { readonly kind: 'everything' }

/** What a report was made from, for who asks further: hover, explain, graph, vendors. */
export interface Snapshot {
  readonly project: Project
  readonly report: Report
  readonly layout: ResolveLayout
}

/** What one judgement leaves to the next. */
interface Standing {
  readonly policy: Policy
  /** The sources that are judged. */
  readonly paths: readonly Path[]
  readonly graph: LivingGraph
  readonly origins: Origins
  readonly found: FoundInFiles
}

export class Session {
  readonly #input: SessionInput
  readonly #buffers = new Map<Path, Uint8Array>()
  readonly #files: Files
  readonly #sources: Sources
  readonly #stopwatch: Stopwatch
  readonly #memory: Memory
  readonly #ground: Ground
  #judge: ReadPolicy | undefined
  /** Also while the judge is forgotten. */
  #configFiles: ReadonlySet<Path>
  #lastGood: ReadPolicy | undefined
  #resolve: ((facts: Facts) => readonly Link[]) | undefined
  /** Every source with where its imports lead. */
  readonly #rows = new Map<Path, GraphFile>()
  /** What stands where only some files say something else. */
  #standing: Standing | undefined
  /** What files that have changed since then asked of tsconfigs and manifests when all was judged last, where some of those have problems. */
  readonly #asked = new Map<Path, readonly string[]>()
  #revision = 0
  #last: { readonly today: string; readonly snapshot: Snapshot } | undefined

  constructor(input: SessionInput) {
    this.#input = input
    this.#configFiles = new Set([input.configPath])
    this.#stopwatch = input.stopwatch ?? unwatched
    this.#files = timed(overlay(input.files, this.#buffers), this.#stopwatch)
    this.#ground = new Ground({ files: this.#files, realPath: input.realPath, stopwatch: this.#stopwatch })
    this.#memory = input.memory?.(this.#files) ?? noMemory
    this.#sources = sources(this.#files, this.#stopwatch, this.#memory)
  }

  /** Takes what happened, and says what holds now. */
  apply(changes: readonly Change[]): Report {
    this.take(changes)
    return this.snapshot().report
  }

  snapshot(): Snapshot {
    const { today } = this.#input
    const last = this.#last
    const news = this.#sources.news()
    const isSame = last !== undefined && this.#standing !== undefined && last.today === today() && news.every((each) => each.of === 'nothing')
    // Most keys change nothing that anybody asks: then all that was found stands where it stood.
    const snapshot = isSame ? { ...last.snapshot, report: this.#moved(last.snapshot.report, news) } : this.#build(news)
    this.#last = { today: today(), snapshot }
    return snapshot
  }

  /** The same report, with the lines of texts that have changed. */
  #moved(report: Report, news: readonly News[]): Report {
    if (news.length === 0) return report
    const lines = new Map(report.lines)
    for (const { path } of news) if (lines.has(path)) lines.set(path, this.#sources.lines(path))
    return { ...report, revision: ++this.#revision, lines }
  }

  /** The edits of a fix, computed now that someone takes it, and what could not be carried over. Nothing is written. */
  edits(fix: Fix, taken: Taken = {}): Promise<Rewritten> {
    return editsOf(fix, taken, {
      configPath: this.#input.configPath,
      today: this.#input.today(),
      read: (path) => this.text(path),
      manifestOf: (path) => {
        const manifest = this.snapshot().layout.manifestAbove(path.slice(0, Math.max(0, path.lastIndexOf('/'))))
        return manifest && (manifest.folder === '' ? 'package.json' : `${manifest.folder}/package.json`)
      },
      manifestsDeclaring: (name) => {
        const { workspaces } = this.snapshot().layout
        return workspaces.filter(({ declared }) => declared.includes(name)).map(({ folder }) => folder === '' ? 'package.json' : `${folder}/package.json`).sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))
      },
      othersImporting: (name, path) => {
        // Not sooner: the rewrite takes its time to load, and what is typed meanwhile takes over the columns of an earlier graph.
        const { graph } = this.snapshot().project
        const importers = new Set<Path>()
        for (let id = 0; id < graph.edges.count; id++) {
          const to = graph.target(id)
          if (to.kind === 'package' && to.name === name) importers.add(graph.edge(id).from)
        }
        importers.delete(path)
        return importers.size
      },
    })
  }

  /** As it is now, unsaved text first; undefined where there is no such file. */
  text(path: Path): string | undefined {
    return this.#sources.text(path)
  }

  /** Offsets at which the lines of a file start. */
  lines(path: Path): readonly number[] {
    return this.#sources.lines(path)
  }

  /** Where the configuration stands, and what it extends. */
  get configFiles(): ReadonlySet<Path> {
    return this.#configFiles
  }

  /** What the words of a configuration are about, as all was judged last: nobody who types waits for a judgement. `read`: what is typed now. `caret`: where something is to be typed in it. */
  surroundings(path: Path, read: (path: Path) => string | undefined, caret?: number): Surroundings {
    return surroundingsOf(this.#last?.snapshot ?? this.snapshot(), {
      configPath: this.#input.configPath, path, caret, read,
      envOf: (source) => this.#sources.env(source).map(({ name }) => name),
    })
  }

  #isConfig(path: Path): boolean {
    return this.#configFiles.has(path)
  }

  /** Folders further down that have a configuration of their own, and are left out here. */
  innerProjects(): readonly Path[] {
    const configs = this.#ground.files.filter((path) => path.endsWith('/bulkhead.yaml') && path !== this.#input.configPath && this.#judge?.heirs.has(path) !== true)
    return configs.map((path) => path.slice(0, -'/bulkhead.yaml'.length))
  }

  /** What the baseline knows. */
  get known(): readonly Known[] {
    return this.#judge?.known ?? []
  }

  /** Takes what happened; it is judged when somebody asks. All at once: of files that come together git is asked once. */
  take(changes: readonly Change[]): void {
    const paths = new Set<Path>()
    for (const change of changes) {
      if (change.kind === 'everything' || (change.kind === 'disk' && change.paths.some((path) => this.#ground.isFolder(path)))) this.#forgetAll()
      else for (const path of change.kind === 'text' ? [change.path] : change.paths) paths.add(path)
      if (change.kind !== 'text') continue
      if (change.text === undefined) this.#buffers.delete(change.path)
      else this.#buffers.set(change.path, new TextEncoder().encode(change.text))
    }
    this.#forget([...paths])
  }

  #forgetAll(): void {
    this.#sources.forgetAll()
    this.#ground.forget()
    this.#forgetJudge()
  }

  #forget(paths: readonly Path[]): void {
    if (this.#ground.hasProblems) for (const path of paths) if (!this.#asked.has(path)) this.#asked.set(path, asksOf(this.#sources.facts(path)))
    this.#sources.forget(paths)
    for (const path of paths) this.#rows.delete(path)
    const shift = this.#ground.shift(paths)
    // The last import that asks for a broken tsconfig may be left out now.
    if (this.#ground.hasProblems && paths.some((path) => this.#isConfig(path))) this.#ground.forgetLayout()
    // A tsconfig, its base, a manifest or a configuration changes what all imports mean.
    if (shift.kind === 'all' || paths.some((path) => this.#isConfig(path) || path === baselineName)) this.#forgetJudge()
    if (shift.kind === 'moved') this.#reopen(shift.isReopened)
  }

  /** The policy answers by the files that there are. */
  #reopen(isReopened: Extract<Shift, { kind: 'moved' }>['isReopened']): void {
    for (const [path, { facts, links }] of this.#rows) if (facts.imports.some((fact, i) => links[i] !== undefined && isReopened(path, fact, links[i]))) this.#rows.delete(path)
    this.#judge = undefined
    this.#resolve = undefined
    this.#standing = undefined
  }

  /** Links depend on the policy, too: what it leaves out is judged by nobody. */
  #forgetJudge(): void {
    this.#judge = undefined
    this.#resolve = undefined
    this.#standing = undefined
    this.#rows.clear()
  }

  #build(news: readonly News[]): Snapshot {
    const { time } = this.#stopwatch
    // A broken tsconfig or manifest is a problem only while an import asks for it, and a change may have removed the last that does.
    if ([...this.#asked].some(([path, before]) => isLessThan(asksOf(this.#sources.facts(path)), before))) {
      this.#ground.forgetLayout()
      this.#forgetJudge()
    }
    this.#asked.clear()
    const { listing, layout } = this.#ground.lay()
    const judge = this.#judge ??= time('config', () => readPolicy(layout, this.#input.configPath, (path) => this.#files.read(path)))
    this.#configFiles = judge.readFrom
    if (judge.isValid) this.#lastGood = judge
    // While the configuration has problems, the last good one stays in force; where there never was one, nothing is judged.
    const inForce = judge.isValid ? judge : this.#lastGood
    const policy = inForce?.policy ?? judge.policy ?? this.#withoutConfig(layout)
    const standing = this.#standing?.policy === policy ? this.#standing : undefined
    // Until all is judged nothing stands: what a bug of ours interrupts would be half of this and half of that.
    this.#standing = undefined

    const paths = standing?.paths ?? layout.files.filter((path) => isSource(path) && policy.isIncluded(path))
    const changed = news.filter(({ path, of }) => of !== 'nothing' && standing?.graph.idOf.has(path))
    const regrown = standing?.graph.with(changed.map(({ path }) => this.#row(path, policy, layout, listing)))
    const built = regrown ?? this.#whole(paths.map((path) => this.#row(path, policy, layout, listing)))
    const reach = standing === undefined || regrown === undefined ? undefined : this.#affected(changed, regrown, standing)
    const found = reach === undefined || standing === undefined ? this.#origins(built) : standing.origins
    if (reach !== undefined) found.move(built, reach.handingOn)
    const project = projectOf({ graph: built, origins: found, policy, layout, sources: this.#sources, resolve: this.#resolver(policy, layout, listing) })
    const checked = inForce === undefined ? undefined : time('rules', () => check(project, {
      rules, known: inForce.known, today: this.#input.today(), comments: this.#comments(built),
      ...(reach !== undefined && standing !== undefined && { earlier: { found: standing.found, affected: reach.files } }),
    }))
    this.#standing = { policy, paths, graph: built, origins: found, found: checked?.found ?? new Map() }
    // What the last good configuration says of its own lines stands elsewhere in the text of now.
    const findings = (checked?.findings ?? []).filter(({ at }) => judge.isValid || (!this.#isConfig(at.path) && at.path !== baselineName))
    const report = time('output', () => reportOn({
      revision: ++this.#revision, project, findings, sources: paths, isValid: judge.isValid, notes: [...judge.notes, ...checked?.notes ?? [], ...(judge.isWritten ? unreadLanguages(layout.files, paths.length) : [])],
      problems: [...judge.problems, ...layout.problems, ...listing.problems, ...problemsOf(built)],
      ...(judge.isWritten && { configPath: this.#input.configPath }),
      linesOf: (path) => this.#sources.lines(path),
    }))
    time('output', () => this.#memory.save())
    return { project, report, layout }
  }

  #whole(rows: readonly GraphFile[]): LivingGraph {
    return this.#stopwatch.time('graph', () => graph(rows))
  }

  #row(path: Path, policy: Policy, layout: ReadLayout, listing: Listing): GraphFile {
    const known = this.#rows.get(path)
    if (known !== undefined) return known
    const facts = this.#counted(path, policy)
    const row = { facts, links: this.#stopwatch.time('resolve', () => this.#resolver(policy, layout, listing)(facts)), env: policy.asksEnv ? this.#sources.env(path) : [], ...(policy.asksState && { state: this.#sources.state(path) }) }
    this.#rows.set(path, row)
    return row
  }

  #resolver(policy: Policy, layout: ReadLayout, listing: Listing): (facts: Facts) => readonly Link[] {
    return this.#resolve ??= resolver(layout, {
      lookup: this.#input.lookup,
      isVirtual: policy.isVirtual,
      isUnjudged: (path) => (!layout.known.has(path) && listing.isIgnored(path)) || !policy.isIncluded(path),
    })
  }

  /** Mentions come behind the imports, so that the names of an import keep their index. */
  #counted(path: Path, { mentions: asked }: Policy): Facts {
    const facts = this.#sources.facts(path)
    const mentions = asked === undefined ? [] : this.#sources.mentions(path, asked)
    return mentions.length === 0 ? facts : { ...facts, imports: [...facts.imports, ...mentions] }
  }

  /** Enough to draw a graph by. */
  #withoutConfig(layout: ResolveLayout): Policy {
    const { policy } = readPolicy(layout, this.#input.configPath, () => ({ kind: 'missing' }))
    if (policy === undefined) throw new Error('no policy without a configuration')
    return policy
  }

  /** Also whose way out may lead through what changed: an api hands on what an import reaches past it for. */
  #affected(changed: readonly News[], built: LivingGraph, { policy, found }: Standing): Affected {
    const { files, handingOn } = affected(changed.map(({ path, of }) => ({ path, isAsked: of === 'others' })), built, this.#isBarrel)
    const homes = new Set(handingOn.map(policy.moduleOf))
    const led = [...found].filter(([, findings]) => findings.some(({ target }) => target?.kind === 'file' && homes.has(policy.moduleOf(target.path))))
    return { files: new Set([...files, ...led.map(([path]) => path)]), handingOn }
  }

  /** As they are read now, which is where findings look for them: a row that says the same may be older. */
  #comments({ files, noted }: LivingGraph): readonly WrittenIgnore[] {
    return noted.flatMap((file) => {
      const path = files[file] ?? ''
      return this.#sources.facts(path).ignores.map((comment) => ({ path, comment }))
    })
  }

  readonly #isBarrel = (path: Path): boolean => isSource(path) && this.#sources.facts(path).barrel

  #origins(built: Graph): Origins {
    return origins(built, { symbols: this.#sources.symbols, imported: (path, fact) => this.#sources.imported(path)[fact] ?? [], isBarrel: this.#isBarrel })
  }
}

function problemsOf({ rows, noted }: LivingGraph): readonly Problem[] {
  return noted.flatMap((file) => rows[file]?.facts.problems ?? [])
}

/** A file with imports asks for its tsconfig; a bare specifier may ask for any manifest. */
function asksOf({ imports }: Facts): readonly string[] {
  return imports.length === 0 ? [] : ['', ...imports.flatMap(({ specifier }) => specifier.startsWith('.') ? [] : specifier)]
}

function isLessThan(now: readonly string[], before: readonly string[]): boolean {
  return before.some((each) => !now.includes(each))
}

function timed(files: Files, { time }: Stopwatch): Files {
  return { list: () => files.list(), listed: (paths, isIgnored) => time('list', () => files.listed(paths, isIgnored)), read: (path) => time('read', () => files.read(path)), stamp: (path) => time('read', () => files.stamp(path)) }
}
