import { join } from 'node:path'
import { DiagnosticSeverity, type Diagnostic, type DiagnosticRelatedInformation } from 'vscode-languageserver/node'
import type { JudgedFinding, Severity } from '../../rules/model/finding.ts'
import { positionAt } from '../../rules/model/lines.ts'
import { spokenLine, wholeFile } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import type { Documents } from './documents.ts'
import type { Project } from './project.ts'
import { ruleHref } from './rule-page.ts'
import { toLocation, toRange } from './to-lsp.ts'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

export interface Telling {
  readonly documents: Documents
  /** The client shows related information; for others the message carries it. */
  readonly relatedInformation: boolean
}

/** What there is to say of each file of a project, by absolute path. */
export function diagnosticsOf(project: Project, telling: Telling): ReadonlyMap<string, readonly Diagnostic[]> {
  const diagnostics = new Map<string, Diagnostic[]>()
  const add = (path: string, diagnostic: Diagnostic): void => {
    const absolute = join(project.root, path)
    const ofFile = diagnostics.get(absolute)
    if (ofFile === undefined) diagnostics.set(absolute, [diagnostic])
    else ofFile.push(diagnostic)
  }
  const { report } = project.session.snapshot()
  for (const finding of report.findings) {
    if (finding.status !== 'new') continue
    add(finding.at.path, ofFinding(project, finding, telling))
    // Whoever edits another file of a cycle wants to see it there.
    for (const at of finding.circle?.slice(1) ?? []) {
      add(at.path, {
        ...ofFinding(project, { ...finding, at, severity: 'info' }, telling),
        ...(telling.relatedInformation && { relatedInformation: [{ location: toLocation(project, telling.documents, finding.at), message: 'the cycle is reported here' }] }),
      })
    }
  }
  for (const problem of report.problems) if (problem.at !== undefined) add(problem.at.path, ofProblem(project, problem))
  return diagnostics
}

function ofFinding(project: Project, finding: JudgedFinding, telling: Telling): Diagnostic {
  return {
    range: toRange(project.session.lines(finding.at.path), finding.at.span),
    severity: severities[finding.severity],
    code: finding.rule,
    codeDescription: { href: ruleHref(finding.rule) },
    source: 'bulkhead',
    message: [finding.message, ...finding.help, ...(telling.relatedInformation ? [] : reasons(project, finding))].join('\n'),
    ...(telling.relatedInformation && { relatedInformation: related(project, finding, telling) }),
    data: { fixes: finding.fixes.map(({ id }) => id) },
  }
}

function related(project: Project, { because, via }: JudgedFinding, { documents }: Telling): DiagnosticRelatedInformation[] {
  const files = project.session.snapshot().project.graph.idOf
  return [
    ...because.map(({ at, note }) => ({ location: toLocation(project, documents, at), message: at.preset === undefined ? note : `${note} (preset:${at.preset})` })),
    // Of a cycle between modules `via` names these.
    ...via.filter((path) => files.has(path)).map((path) => ({ location: toLocation(project, documents, { path, span: wholeFile }), message: `by way of ${path}` })),
  ]
}

function reasons(project: Project, { because }: JudgedFinding): string[] {
  return because.map(({ at, note }) => `${note} (${spokenLine(at, positionAt(project.session.lines(at.path), at.span.start).line0 + 1)})`)
}

/** A configuration that has problems is not in force; of a source that could not be parsed, its own language server says more. */
function ofProblem(project: Project, { kind, message, hint, at }: Problem & { readonly at?: NonNullable<Problem['at']> }): Diagnostic {
  const place = at ?? { path: project.configPath, span: wholeFile }
  const isOwn = project.session.configFiles.has(place.path) || place.path.endsWith('bulkhead-baseline.yaml')
  const isSource = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/.test(place.path)
  return {
    range: toRange(project.session.lines(place.path), place.span),
    severity: isOwn ? DiagnosticSeverity.Error : isSource ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning,
    code: kind,
    source: 'bulkhead',
    message: hint === undefined ? message : `${message}\n${hint}`,
  }
}
