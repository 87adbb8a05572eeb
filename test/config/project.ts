import type { Layout, Workspace } from '../../rules/model/layout.ts'
import type { Level } from '../../rules/model/finding.ts'
import { lineStarts, positionAt } from '../../rules/model/lines.ts'
import type { Policy } from '../../rules/model/policy.ts'
import type { Note, Problem } from '../../rules/model/problem.ts'
import type { Vendor, VendorCatalog } from '../../rules/model/vendor.ts'
import { compile } from '../../server/config/compile.ts'
import { readConfig } from '../../server/config/read.ts'

export const configPath = 'bulkhead.yaml'

export interface Told {
  readonly policy: Policy
  /** 'line:column kind: message' and, where there is one, ' (hint)'. */
  readonly problems: readonly string[]
  readonly notes: readonly string[]
}

export interface Written {
  readonly files: string
  readonly config?: string
  readonly workspaces?: readonly Workspace[]
}

/** What bulkhead makes of a configuration, for a project of these files (one a word). Fails where it has a problem. */
export function policyOf(written: Written): Policy {
  const { policy, problems } = told(written)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return policy
}

/** The problems of a configuration, by place. */
export function problemsOf(written: Written): readonly string[] {
  return told(written).problems
}

export function notesOf(written: Written): readonly string[] {
  return told(written).notes
}

export function told({ files, config: text, workspaces = [] }: Written): Told {
  const layout: Layout = { files: files.split(/\s+/).filter((path) => path !== '').sort(), workspaces }
  if (text === undefined) return speak('', compile(undefined, layout, knowledge))
  const { config, problems } = readConfig(configPath, text)
  if (config === undefined) return speak(text, { policy: compile(undefined, layout, knowledge).policy, problems, notes: [] })
  return speak(text, compile(config, layout, knowledge))
}

function speak(text: string, { policy, problems, notes }: { readonly policy: Policy; readonly problems: readonly Problem[]; readonly notes: readonly Note[] }): Told {
  return { policy, problems: problems.map((problem) => spoken(text, problem)), notes: notes.map(({ message }) => message) }
}

export function spoken(text: string, { at, kind, message, hint }: Problem): string {
  const { line0, column0 } = positionAt(lineStarts(text), at?.span.start ?? 0)
  return `${line0 + 1}:${column0 + 1} ${kind}: ${message}${hint === undefined ? '' : ` (${hint})`}`
}

const aws: Vendor = {
  id: 'aws', name: 'AWS',
  packages: [
    { match: '@aws-sdk/client-s3', service: 's3', capability: 'object-storage', level: 'vendor-hosted-open-protocol', why: 'It speaks S3.', instead: [] },
    { match: '@aws-sdk/client-sqs', service: 'sqs', capability: 'queue', level: 'proprietary-api', why: 'It speaks SQS.', instead: [] },
  ],
}
const openai: Vendor = { id: 'openai', name: 'OpenAI', packages: [{ match: 'openai', capability: 'llm', level: 'depends-on-call', why: 'It depends.', instead: [] }] }

export const vendors: VendorCatalog = {
  vendors: [aws, openai],
  capabilities: { 'object-storage': 'storage', queue: 'queue', llm: 'LLM' },
  of(name) {
    for (const vendor of [aws, openai]) {
      const entry = vendor.packages.find(({ match }) => match === name)
      if (entry !== undefined) return { vendor, entry }
    }
    return undefined
  },
}

const checks: readonly { readonly id: string; readonly level: Level; readonly options?: readonly string[] }[] = [
  { id: 'boundaries/layers', level: 'error' }, { id: 'boundaries/rules', level: 'error' }, { id: 'boundaries/api', level: 'error' },
  { id: 'boundaries/cycles', level: 'error' }, { id: 'boundaries/unresolved', level: 'warning' }, { id: 'vendors/sdk', level: 'error' },
  { id: 'boundaries/undeclared', level: 'warning', options: ['dev'] }, { id: 'boundaries/orphans', level: 'off', options: ['means', 'entries'] },
  { id: 'policy/reason', level: 'error' }, { id: 'policy/stale', level: 'warning' },
]

export const knowledge = { vendors, checks }
