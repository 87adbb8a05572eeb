// Values of another tool's configuration, which may be anything.

export type Settings = Readonly<Record<string, unknown>>

export function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function settingsIn(value: unknown): Settings {
  return isSettings(value) ? value : {}
}

export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The strings of a list, or of a single string. */
export function textsIn(value: unknown): readonly string[] {
  return (typeof value === 'string' ? [value] : listIn(value)).filter((each) => typeof each === 'string')
}

export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
