import { field, isRecord } from './from-lsp.ts'

export interface Settings {
  readonly enable: boolean
  /** From the workspace folder; undefined: bulkhead.yaml. */
  readonly configFile: string | undefined
  readonly run: 'onType' | 'onSave'
  readonly workspaceDiagnostics: boolean
}

export const defaults: Settings = { enable: true, configFile: undefined, run: 'onType', workspaceDiagnostics: true }

/** The section `bulkhead` of a client's settings; what is missing or of another shape is as if it were not set. */
export function settingsOf(section: unknown): Settings {
  if (!isRecord(section)) return defaults
  const configFile = field(section, 'configFile')
  return {
    enable: field(section, 'enable') !== false,
    configFile: typeof configFile === 'string' && configFile !== '' ? configFile : undefined,
    run: field(section, 'run') === 'onSave' ? 'onSave' : 'onType',
    workspaceDiagnostics: field(section, 'workspaceDiagnostics') !== false,
  }
}
