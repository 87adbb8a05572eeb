import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver/node'
import type { Path } from '../../rules/model/place.ts'
import { configActions } from './config-action.ts'
import { configDocument } from './config-document.ts'
import { resolved } from './code-action-resolve.ts'
import { documentUri, field, list, range, spanOf, text } from './from-lsp.ts'
import { invalidParams, type RequestHandler } from './handler.ts'
import { asksReason, offersAt, type Offer } from './offers.ts'
import type { Project } from './project.ts'
import { withReasonCommand, type FixOffer } from './protocol.ts'
import type { Server } from './server.ts'
import { toRange } from './to-lsp.ts'

export const fixAllKind = `${CodeActionKind.SourceFixAll}.bulkhead`

/** What may be done about the findings in a part of a document. The edits are computed when an action is taken. */
export const codeAction: RequestHandler = {
  method: 'textDocument/codeAction',
  async answer(server, params) {
    const uri = documentUri(params)
    const asked = range(field(params, 'range'))
    if (uri === undefined || asked === undefined) return invalidParams(this.method)
    await server.current()
    const open = server.documents.get(uri)
    const project = open?.path === undefined ? undefined : server.projects.of(open.path)
    const path = open?.path === undefined ? undefined : project?.pathOf(open.path)
    if (open === undefined || project === undefined || path === undefined || !server.isCurrent(project, open)) return []
    const only = field(field(params, 'context'), 'only')
    const wants = (kind: string): boolean => !Array.isArray(only) || only.some((prefix) => typeof prefix === 'string' && (kind === prefix || kind.startsWith(`${prefix}.`)))
    const span = spanOf(project.session.lines(path), open.document.getText().length, asked)
    const offers = offersAt(project, path, span)
    const asks = { uri, path, diagnostics: list(field(field(params, 'context'), 'diagnostics')) }
    const config = configDocument(server, uri)
    const actions: readonly CodeAction[] = [
      ...(config === undefined || !wants(CodeActionKind.QuickFix) ? [] : configActions(server, config, span, asks.diagnostics)),
      ...(wants(CodeActionKind.QuickFix) ? offers.map((offer) => quickFix(server, project, { ...asks, offer, offers })) : []),
      ...(wants(fixAllKind) && hasSafeFix(project, path) ? [{ title: 'Fix all that bulkhead can fix safely', kind: fixAllKind, data: { uri } }] : []),
    ]
    if (server.editor.abilities.resolvesActions) return actions
    return Promise.all(actions.map((action) => action.command === undefined && action.edit === undefined ? resolved(server, action) : action))
  },
}

interface QuickFixInput {
  readonly uri: string
  readonly path: Path
  readonly offer: Offer
  readonly offers: readonly Offer[]
  /** As the client sent them back. */
  readonly diagnostics: readonly unknown[]
}

function quickFix(server: Server, project: Project, { uri, path, offer, offers, diagnostics }: QuickFixInput): CodeAction {
  const { finding, fix, span } = offer
  const data: FixOffer = { fix, uri, key: finding.key }
  // Two rules may forbid one import: then the title says which is meant.
  const isTwice = offers.some((other) => other.fix.title === fix.title && other.finding !== finding)
  const title = isTwice ? `${fix.title} (${finding.entry ?? finding.rule})` : fix.title
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: about(project, path, offer, diagnostics),
    ...(fix.safety === 'safe' && offers.find((other) => other.fix.safety === 'safe' && other.span === span) === offer && { isPreferred: true }),
    ...(asksReason(fix) && server.editor.abilities.asksReasons ? { command: { title, command: withReasonCommand, arguments: [data] } } : { data }),
  }
}

function about(project: Project, path: Path, { finding, span }: Offer, diagnostics: readonly unknown[]): Diagnostic[] {
  const { start } = toRange(project.session.lines(path), span)
  return diagnostics.filter((diagnostic) => {
    const shown = range(field(diagnostic, 'range'))
    return field(diagnostic, 'code') === finding.rule && shown?.start.line === start.line && shown.start.character === start.character
      && (text(field(diagnostic, 'message')) ?? '').startsWith(finding.message)
  }) as Diagnostic[]
}

function hasSafeFix(project: Project, path: Path): boolean {
  return project.session.snapshot().report.findings.some((finding) => finding.status === 'new' && finding.at.path === path && finding.fixes.some(({ safety }) => safety === 'safe'))
}
