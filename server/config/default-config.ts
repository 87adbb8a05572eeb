import type { Layout } from '../../rules/model/layout.ts'
import type { Config } from './config.ts'
import { readConfig } from './read.ts'

/** What holds where nobody wrote anything; also where to start from. */
export function defaultConfigText(layout: Layout): string {
  const modules = layout.workspaces.some(({ folder }) => folder !== '') ? '"{name}": "workspace:*"' : '"{folder}": "{folder}"'
  return `modules: { ${modules} }\ncycles: { level: module, severity: warning }\nchecks: { boundaries/api: warning }\n`
}

export function defaultConfig(layout: Layout): Config {
  const { config, problems } = readConfig('bulkhead.yaml', defaultConfigText(layout))
  if (config === undefined) throw new Error(`the default configuration is wrong: ${problems[0]?.message}`)
  return config
}
