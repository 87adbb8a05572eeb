import { workspace } from 'vscode'

interface Document {
  readonly scheme: 'file'
  readonly language?: string
  readonly pattern?: string
}

const languages = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact']

/** What bulkhead has a say on: sources and its own files, on disk. */
export function documents(): Document[] {
  return [...languages.map((language) => ({ scheme: 'file' as const, language })), ...ownFiles().map((pattern) => ({ scheme: 'file' as const, pattern }))]
}

/** Whatever, once changed, may change a finding. */
export function watched(): string[] {
  return [
    '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}',
    '**/{package.json,tsconfig*.json,jsconfig*.json,pnpm-workspace.yaml}',
    '**/{package-lock.json,npm-shrinkwrap.json,pnpm-lock.yaml,yarn.lock,bun.lock}', // packages came or went
    '**/.gitignore',
    '**/.git/HEAD',
    ...ownFiles(),
  ]
}

function ownFiles(): string[] {
  const chosen = (workspace.workspaceFolders ?? [undefined]).map((folder) => workspace.getConfiguration('bulkhead', folder).get<string | null>('configFile'))
  return ['**/bulkhead.yaml', '**/bulkhead-baseline.yaml', ...chosen.filter((path) => path != null && path !== '').map((path) => `**/${path}`)]
}
