// Projects in folders of their own, and bulkhead started in them.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import { run } from '../../../server/cli/run.ts'
import { today } from '../../support/project.ts'

export function onDisk(t: TestContext, files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'bulkhead-from-')))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  put(root, files)
  return root
}

export function put(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

export function written(root: string): string {
  return readFileSync(join(root, 'bulkhead.yaml'), 'utf8')
}

export interface Answered {
  readonly status: number
  readonly out: string
  readonly err: string
  /** What was asked on a terminal. */
  readonly asked: readonly string[]
}

/** `answer`: there is a terminal, and somebody who types this. */
export async function bulkhead(root: string, args: readonly string[], answer?: string): Promise<Answered> {
  let [out, err] = ['', '']
  const asked: string[] = []
  const isTerminal = answer !== undefined
  const status = await run([...args, '--no-cache'], {
    cwd: root, env: { NO_COLOR: '1' }, nodeVersion: process.versions.node, today,
    isOutTerminal: isTerminal, isErrTerminal: isTerminal, isInTerminal: isTerminal,
    out: (text) => { out += text }, err: (text) => { err += text },
    readInput: async () => '', confirm: async (question) => { asked.push(question); return answer === undefined ? undefined : !/^n/.test(answer) },
    now: () => 0, cpuMs: () => 0, peakMiB: () => 0,
  })
  return { status, out, err, asked }
}

export interface Report {
  readonly findings: readonly Finding[]
  readonly problems: readonly unknown[]
}

export interface Finding {
  readonly rule: string
  readonly entry?: string
  readonly path: string
  readonly severity: string
  readonly message: string
  readonly [more: string]: unknown
}

export async function check(root: string): Promise<Report> {
  return JSON.parse((await bulkhead(root, ['check', '--format', 'json'])).out) as Report
}

/** What a line says, whether it stands in one line or in several, and as an entry or, where this version has no word for it, as a comment. */
export function says(root: string, line: string): boolean {
  const plain = (text: string): string => ` ${text.replaceAll(/[{}[\],"#]/g, ' ').replaceAll(/\s-(?=\s)/g, ' ').replaceAll(/\s+/g, ' ').trim()} `
  return plain(written(root)).includes(plain(line))
}
