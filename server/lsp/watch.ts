import type { Editor } from './editor.ts'

/** Whatever, once changed, may change a finding. */
const watched: readonly string[] = [
  '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs,vue,svelte,astro}',
  '**/{package.json,tsconfig*.json,jsconfig*.json}',
  // What a tsconfig extends may be called anything: packages/typescript-config/nextjs.json.
  '**/*config*/*.json',
  '**/{package-lock.json,npm-shrinkwrap.json,yarn.lock,bun.lock}',
  '**/.gitignore',
  '**/.git/HEAD',
  // bulkhead.yaml, and what it extends, which may be called anything.
  '**/*.{yaml,yml}',
]

/** Asks the editor to tell of changed files and settings, where it waits to be asked. `configFiles`: configurations by other names. */
export function register(editor: Editor, configFiles: readonly string[]): void {
  const globs = [...watched, ...configFiles.map((path) => `**/${path}`)]
  const registrations = [
    ...(editor.abilities.watching === 'register' ? [{ id: 'bulkhead.files', method: 'workspace/didChangeWatchedFiles', registerOptions: { watchers: globs.map((globPattern) => ({ globPattern })) } }] : []),
    ...(editor.abilities.registersConfiguration ? [{ id: 'bulkhead.settings', method: 'workspace/didChangeConfiguration', registerOptions: { section: 'bulkhead' } }] : []),
  ]
  if (registrations.length > 0) void editor.request('client/registerCapability', { registrations })
}
