import { workspace } from 'vscode'

interface Document {
  readonly scheme: 'file'
  readonly language?: string
  readonly pattern?: string
}

const languages = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact']
/** By their endings, since an editor without the extension of a framework takes its components for plain text. */
const components = '**/*.{vue,svelte,astro}'

/** What bulkhead has a say on: sources and its own files, on disk. */
export function documents(): Document[] {
  return [...languages.map((language) => ({ scheme: 'file' as const, language })), ...[components, ...ownFiles()].map((pattern) => ({ scheme: 'file' as const, pattern }))]
}

function ownFiles(): string[] {
  const chosen = (workspace.workspaceFolders ?? [undefined]).map((folder) => workspace.getConfiguration('bulkhead', folder).get<string | null>('configFile'))
  // Whatever is yaml may be what bulkhead.yaml extends.
  return ['**/*.{yaml,yml}', ...chosen.filter((path) => path != null && path !== '').map((path) => `**/${path}`)]
}
