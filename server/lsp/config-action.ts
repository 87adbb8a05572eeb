import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver/node'
import type { Span } from '../../rules/model/place.ts'
import { removals, repairsOf, type Repair } from '../session/index.ts'
import type { ConfigDocument } from './config-document.ts'
import { field, range, text } from './from-lsp.ts'
import type { Server } from './server.ts'
import { toWorkspaceEdit } from './workspace-edit.ts'

/** What may be done about the problems of a configuration that touch a part of it. Edits of one line cost nothing: they come along. */
export function configActions(server: Server, config: ConfigDocument, asked: Span, diagnostics: readonly unknown[]): readonly CodeAction[] {
  const { report } = config.project.session.snapshot()
  const problems = report.problems.flatMap((problem) => (problem.at === undefined ? [] : { message: problem.message, at: problem.at, repairs: repairsOf(config.text, problem) }))
  // An exception that covers nothing any more.
  const stale = report.findings.filter(({ rule, status }) => rule === 'policy/stale' && status === 'new').map(({ message, at }) => ({ message, at, repairs: removals(config.text, at.span) }))
  return [...problems, ...stale].filter(({ at }) => at.path === config.path && at.span.start <= asked.end && asked.start <= at.span.end)
    .flatMap(({ message, at, repairs }) => repairs.flatMap((repair) => toAction(server, config, repair, about(config, at.span, message, diagnostics)) ?? []))
}

function toAction(server: Server, { project, path }: ConfigDocument, { title, span, text: written, isPreferred }: Repair, diagnostics: Diagnostic[]): CodeAction | undefined {
  const edit = toWorkspaceEdit(server, project, [{ kind: 'text', path, span, text: written }])
  if (edit instanceof Error) return undefined
  return { title, kind: CodeActionKind.QuickFix, diagnostics, edit, ...(isPreferred && { isPreferred }) }
}

function about(config: ConfigDocument, span: Span, message: string, diagnostics: readonly unknown[]): Diagnostic[] {
  const { start } = config.range(span)
  return diagnostics.filter((diagnostic) => {
    const shown = range(field(diagnostic, 'range'))
    return shown?.start.line === start.line && shown.start.character === start.character && (text(field(diagnostic, 'message')) ?? '').startsWith(message)
  }) as Diagnostic[]
}
