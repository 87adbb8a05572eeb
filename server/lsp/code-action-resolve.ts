import { ResponseError, type CodeAction } from 'vscode-languageserver/node'
import { positionAt } from '../../rules/model/lines.ts'
import { takeSafe, type Rewritten } from '../session/index.ts'
import { field, isRecord, text } from './from-lsp.ts'
import { contentModified, invalidParams, type RequestHandler } from './handler.ts'
import { asksReason, fixOffer, foundAgain } from './offers.ts'
import type { Project } from './project.ts'
import type { Server } from './server.ts'
import { pathOfUri } from './uri.ts'
import { toWorkspaceEdit } from './workspace-edit.ts'

/** Stands where a person's reason belongs, for editors that do not ask for one. */
const placeholder = 'TODO: say why'

export const codeActionResolve: RequestHandler = {
  method: 'codeAction/resolve',
  async answer(server, params) {
    if (!isRecord(params) || text(field(params, 'title')) === undefined) return invalidParams(this.method)
    await server.current()
    const { edit, command } = params
    return edit !== undefined || command !== undefined ? params : resolved(server, params as { readonly title: string } & Record<string, unknown>)
  },
}

/** The action with its edit. */
export async function resolved(server: Server, action: Readonly<CodeAction>): Promise<CodeAction | ResponseError> {
  const uri = text(field(action.data, 'uri'))
  const project = projectOf(server, uri)
  if (uri === undefined || project === undefined) return invalidParams('codeAction/resolve')
  const before = server.revision
  const rewritten = field(action.data, 'fix') === undefined ? await safeFixes(project, uri) : await oneFix(project, action.data)
  if (rewritten === undefined || server.revision !== before) return contentModified('this finding is no longer there')
  tellProblems(server, project, rewritten)
  const edit = toWorkspaceEdit(server, project, rewritten.edits)
  return edit instanceof ResponseError ? edit : { ...action, edit }
}

export function projectOf(server: Server, uri: string | undefined): Project | undefined {
  const path = uri === undefined ? undefined : pathOfUri(uri)
  return path === undefined ? undefined : server.projects.of(path)
}

/** What a fix could not carry over. It stands in the code, too, as comments. */
export function tellProblems(server: Server, project: Project, { problems }: Rewritten): void {
  for (const { message, hint, at } of problems) {
    const place = at === undefined ? '' : `${at.path}:${positionAt(project.session.lines(at.path), at.span.start).line0 + 1}: `
    server.editor.log('warning', `${place}${message}${hint === undefined ? '' : ` (${hint})`}`)
  }
}

async function oneFix(project: Project, data: unknown): Promise<Rewritten | undefined> {
  const offer = fixOffer(data)
  const fix = offer && foundAgain(project, offer)
  return fix && project.session.edits(fix, asksReason(fix) ? { reason: placeholder } : {})
}

async function safeFixes(project: Project, uri: string): Promise<Rewritten> {
  const path = project.pathOf(pathOfUri(uri) ?? '')
  const findings = project.session.snapshot().report.findings.filter(({ at, status }) => at.path === path && status === 'new')
  return { edits: (await takeSafe(project.session, findings)).edits, problems: [] }
}
