// The projects of an Nx workspace: each folder with a project.json, and each workspace package, with their tags.
// Source: https://nx.dev/docs/reference/project-configuration (checked 2026-11)

import type { Layout } from '../../../../rules/model/layout.ts'
import type { Path } from '../../../../rules/model/place.ts'
import { nameOf, settingsBeside, type Beside } from '../beside.ts'
import { isSettings, settingsIn, textIn, textsIn, type Settings } from '../reading.ts'

export interface NxProject {
  readonly name: string
  readonly folder: Path
  /** As Nx has them. */
  readonly tags: readonly string[]
  readonly kind: 'application' | 'library'
  readonly targets: readonly string[]
}

export function projectsOf({ workspaces, files }: Layout, beside: Beside): readonly NxProject[] {
  const manifests = new Map(settingsBeside(beside, 'package.json').map((each) => [each.folder, each.settings]))
  const projects = new Map(settingsBeside(beside, 'project.json').map((each) => [each.folder, each.settings]))
  for (const [folder, settings] of namedInOneFile(beside)) projects.set(folder, { ...settings, ...projects.get(folder) })
  const ofPackages = workspaces.filter(({ folder }) => folder !== '').map(({ folder }) => folder)
  const ofManifests = [...manifests].filter(([, settings]) => isSettings(settings['nx'])).map(([folder]) => folder)
  const remotes = new Set(files.filter((path) => /^module-federation\.config\.[cm]?[jt]s$/.test(nameOf(path))).map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))))
  const folders = [...new Set([...projects.keys(), ...ofPackages, ...ofManifests])].sort()
  return folders.map((folder) => projectOf(folder, projects.get(folder) ?? {}, manifests.get(folder) ?? {}, remotes.has(folder)))
}

function projectOf(folder: Path, project: Settings, manifest: Settings, isRemote: boolean): NxProject {
  const nx = settingsIn(manifest['nx'])
  const kind = textIn(project['projectType']) ?? textIn(nx['projectType'])
  const visibility = Object.keys(manifest).length === 0 ? [] : [manifest['private'] === true ? 'npm:private' : 'npm:public']
  return {
    folder,
    name: textIn(project['name']) ?? textIn(nx['name']) ?? textIn(manifest['name']) ?? (nameOf(folder) || 'root'),
    tags: [...new Set([...textsIn(project['tags']), ...textsIn(nx['tags']), ...visibility])],
    // A remote of module federation may be imported like a library.
    kind: kind === 'application' && !isRemote ? 'application' : 'library',
    targets: [...Object.keys(settingsIn(project['targets'])), ...Object.keys(settingsIn(nx['targets'])), ...Object.keys(settingsIn(manifest['scripts']))],
  }
}

/** Older workspaces list their projects in workspace.json or angular.json, and tags in nx.json. */
function namedInOneFile(beside: Beside): ReadonlyMap<Path, Settings> {
  const rootMap = (name: string): Settings => settingsIn(settingsBeside(beside, name).find(({ folder }) => folder === '')?.settings['projects'])
  const tags = rootMap('nx.json')
  const found = new Map<Path, Settings>()
  for (const [name, project] of Object.entries({ ...rootMap('angular.json'), ...rootMap('workspace.json') })) {
    const settings = settingsIn(project)
    const folder = textIn(project) ?? textIn(settings['root'])
    if (folder !== undefined) found.set(folder.replace(/^\.?\/?|\/$/g, ''), { ...settings, ...settingsIn(tags[name]), name })
  }
  return found
}
