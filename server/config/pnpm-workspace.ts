import { parse } from 'yaml'

/** The globs under `packages`; none where the file is broken, which pnpm itself says better than we could. */
export function readPnpmWorkspace(text: string): readonly string[] {
  const value: unknown = parse(text, { logLevel: 'silent', strict: false })
  const packages = typeof value === 'object' && value !== null && 'packages' in value ? value.packages : undefined
  return Array.isArray(packages) ? packages.filter((glob) => typeof glob === 'string') : []
}
