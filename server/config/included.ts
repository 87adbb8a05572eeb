import type { Layout } from '../../rules/model/layout.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Config } from './config.ts'

const inFolder = '/bulkhead.yaml'

/** Configurations further down. What is ignored is none. */
export function configsBelow(layout: Layout, configPath: Path, config: Pick<Config, 'ignore'> = { ignore: [] }): readonly Path[] {
  return layout.files.filter((path) => path.endsWith(inFolder) && path !== configPath && !config.ignore.some(({ value }) => value.match(path) !== undefined))
}

/** Folders below that have a configuration of their own: projects that this one leaves out. */
export function projectsBelow(config: Config, layout: Layout): readonly Path[] {
  const heirs = new Set(config.heirs.map(({ path }) => path))
  return configsBelow(layout, config.path, config).filter((path) => !heirs.has(path)).map((path) => path.slice(0, -inFolder.length))
}

/** Whether the project would judge anything beside this configuration if that were not there. */
export function isAsked(config: Pick<Config, 'include'> | undefined, layout: Layout, path: Path): boolean {
  const folder = path.slice(0, 1 - inFolder.length)
  const include = config?.include ?? []
  return include.length === 0 || layout.files.some((file) => file.startsWith(folder) && include.some(({ value }) => value.match(file) !== undefined))
}

/** In `include`, not in `ignore`, and in no project of its own further down: `below`. */
export function inclusion(config: Config, below: readonly Path[]): (path: Path) => boolean {
  const left = below.map((folder) => `${folder}/`)
  const answers = new Map<Path, boolean>()
  const judge = (path: Path): boolean =>
    (config.include.length === 0 || config.include.some(({ value }) => value.match(path) !== undefined))
    && !config.ignore.some(({ value }) => value.match(path) !== undefined)
    && !left.some((folder) => path.startsWith(folder))
  return (path) => {
    let answer = answers.get(path)
    if (answer === undefined) answers.set(path, answer = judge(path))
    return answer
  }
}
