// Which projects a workspace holds: one for each folder that is open, and one for each bulkhead.yaml further down.

import { isAbsolute, join, normalize, relative, sep } from 'node:path'
import type { Path } from '../../rules/model/place.ts'
import { configName, isFolder, open, projectRoot } from '../session/index.ts'
import { isWithin } from './from-lsp.ts'
import { Project } from './project.ts'
import type { Settings } from './settings.ts'

export interface Folder {
  /** Absolute. */
  readonly path: string
  readonly settings: Settings
}

export class Projects {
  readonly #today: () => string
  /** Called with each project that is opened, to tell it what the editor holds unsaved. */
  readonly #opened: (project: Project) => void
  #folders: readonly Folder[] = []
  #byRoot = new Map<string, Project>()

  constructor(today: () => string, opened: (project: Project) => void) {
    this.#today = today
    this.#opened = opened
  }

  get all(): readonly Project[] {
    return [...this.#byRoot.values()]
  }

  /** Of the window as a whole. */
  get settings(): Settings | undefined {
    return this.#folders[0]?.settings
  }

  /** The innermost project around a file. */
  of(path: string): Project | undefined {
    return this.around(path).sort((a, b) => b.root.length - a.root.length)[0]
  }

  /** All projects around a file: an outer one knows of the files in an inner one, and leaves them out. */
  around(path: string): Project[] {
    return this.all.filter((project) => project.pathOf(path) !== undefined)
  }

  /** These folders are open now. A project whose place and settings stay is kept. */
  show(folders: readonly Folder[]): void {
    this.#folders = folders
    this.#settle(this.#outermost())
  }

  /** Opens and closes projects as the sessions find configurations further down. True where some project came. */
  discover(): boolean {
    const inner = this.all.flatMap((project) => project.session.innerProjects().map((folder) => ({ root: join(project.root, folder), settings: project.settings, configPath: configName })))
    return this.#settle([...this.#outermost(), ...inner])
  }

  #outermost(): Wanted[] {
    return this.#folders.filter(({ path, settings }) => settings.enable && isFolder(path)).map((folder) => {
      const root = rootOf(folder)
      return { root, settings: folder.settings, configPath: configPathOf(folder, root) }
    })
  }

  #settle(wanted: readonly Wanted[]): boolean {
    const before = this.#byRoot
    const after = new Map<string, Project>()
    for (const { root, settings, configPath } of wanted) {
      if (after.has(root)) continue
      const known = before.get(root)
      if (known !== undefined && known.configPath === configPath && JSON.stringify(known.settings) === JSON.stringify(settings)) { after.set(root, known); continue }
      const opened = open({ root, configPath, view: { kind: 'tree' }, today: this.#today })
      if (opened.kind === 'failed') throw new Error(`${root}: ${opened.message}`)
      after.set(root, new Project({ root, configPath, settings, session: opened.session }))
    }
    this.#byRoot = after
    const fresh = this.all.filter((project) => before.get(project.root) !== project)
    for (const project of fresh) this.#opened(project)
    return fresh.length > 0
  }
}

interface Wanted {
  readonly root: string
  readonly settings: Settings
  readonly configPath: Path
}

/** As the command line has it when started in the folder, so that both say the same. */
function rootOf({ path }: Folder): string {
  return projectRoot(path)
}

/** A setting may name a configuration inside the project, and nothing outside: settings come along with folders of strangers. */
function configPathOf({ path, settings }: Folder, root: string): Path {
  if (settings.configFile === undefined || isAbsolute(settings.configFile)) return configName
  const absolute = normalize(join(path, settings.configFile))
  return isWithin(absolute, root) ? relative(root, absolute).split(sep).join('/') : configName
}
