// A window with two folders, each a project of its own: what the editor's own api sees of bulkhead.
import assert from 'node:assert/strict'
import { suite, suiteSetup, test, teardown } from 'mocha'
import { commands, ConfigurationTarget, extensions, languages, Range, Uri, workspace, WorkspaceEdit, window, CodeActionKind, type CodeAction, type CodeLens, type CompletionList, type Diagnostic, type Hover, type TextDocument } from 'vscode'

const [startup, harbour] = (workspace.workspaceFolders ?? []).map(({ uri }) => uri) as [Uri, Uri]
const queue = Uri.joinPath(startup, 'src/inference/queue.ts')
const checkout = Uri.joinPath(startup, 'src/business/checkout.ts')
const settings = Uri.joinPath(startup, 'src/business/settings.ts')
const config = Uri.joinPath(startup, 'bulkhead.yaml')
const berth = Uri.joinPath(harbour, 'src/quays/berth.ts')

suite('in the extension host', () => {
  suiteSetup(() => extensions.getExtension('bulkhead.bulkhead')!.activate())
  teardown(() => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'))

  test('an import that the configuration forbids is underlined, with the line that forbids it', async () => {
    const document = await open(queue)
    const [finding] = await findings(queue, 1)
    assert.equal(finding?.message, 'src/inference may not use src/business')
    assert.equal(document.getText(finding?.range), "'../business/checkout.ts'")
    assert.equal(codeOf(finding), 'boundaries/layers')
    assert.ok(finding?.relatedInformation?.some(({ location }) => location.uri.path.endsWith('/startup/bulkhead.yaml')))
  })

  test('files that nobody opened are judged too, in every folder', async () => {
    const [sdk] = await findings(settings, 1)
    assert.equal(codeOf(sdk), 'vendors/sdk')
    const [quay] = await findings(berth, 1)
    assert.equal(quay?.message, 'src/quays may not use src/ships')
  })

  test('what is typed counts before it is saved', async () => {
    const document = await open(queue)
    await findings(queue, 1)
    await replace(document, "'../business/checkout.ts'", "'../infrastructure/clock.ts'")
    await findings(queue, 0)
    await replace(document, "'../infrastructure/clock.ts'", "'../business/checkout.ts'")
    await findings(queue, 1)
  })

  test('a quick fix, taken, leaves no finding', async () => {
    const document = await open(checkout)
    const [finding] = await findings(checkout, 1)
    const fixes = await quickFixes(checkout, finding!)
    const preferred = fixes.find(({ isPreferred }) => isPreferred)
    assert.ok(preferred?.edit, `offered: ${fixes.map(({ title }) => title).join(' | ')}`)
    assert.ok(await workspace.applyEdit(preferred.edit))
    await findings(checkout, 0)
    assert.match(document.getText(), /import \{ charge \} from '\.\/billing\/index\.ts'/)
  })

  test('a fix that needs a reason leaves asking to the editor', async () => {
    await open(queue)
    const [finding] = await findings(queue, 1)
    const asking = (await quickFixes(queue, finding!)).filter(({ command }) => command?.command === 'bulkhead.withReason')
    assert.notEqual(asking.length, 0)
  })

  test('hovering an import tells who uses whom', async () => {
    const document = await open(queue)
    await findings(queue, 1)
    const at = document.positionAt(document.getText().indexOf('business/checkout'))
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', queue, at)
    const text = hovers.flatMap(({ contents }) => contents).map((content) => (typeof content === 'string' ? content : content.value)).join('\n')
    assert.match(text, /inference/)
    assert.match(text, /business/)
  })

  test('a mistake in bulkhead.yaml is underlined there, and judged by the last good one meanwhile', async () => {
    const document = await open(config)
    await findings(queue, 1)
    await replace(document, 'cycles: forbid', 'cycels: forbid')
    const [problem] = await findings(config, 1)
    assert.match(document.getText(problem?.range), /cycels/)
    await findings(queue, 1)
  })

  test('bulkhead.yaml completes what it declares and shows what it counts', async () => {
    const document = await open(config)
    await findings(queue, 1)
    await replace(document, 'cycles: forbid', 'cycles: \nexceptions: [{ from:  }]')
    const at = (word: string) => document.positionAt(document.getText().indexOf(word) + word.length)
    const labels = async (word: string) => (await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', config, at(word))).items.map(({ label }) => (typeof label === 'string' ? label : label.label))
    assert.ok((await labels('cycles: ')).includes('forbid'))
    assert.ok((await labels('from: ')).includes('business'))
    await replace(document, '\nexceptions: [{ from:  }]', 'forbid')
    await findings(config, 0)
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', config, 50)
    assert.ok(lenses.some(({ command }) => /^\d+ files? · \d+ findings?$/.test(command?.title ?? '')), lenses.map(({ command }) => command?.title).join(' | '))
    const symbols = await commands.executeCommand<{ name: string }[]>('vscode.executeDocumentSymbolProvider', config)
    assert.ok(symbols.some(({ name }) => name === 'layers'))
  })

  test('switched off, it takes its findings along, and brings them back', async () => {
    await open(queue)
    await findings(queue, 1)
    const settings = workspace.getConfiguration('bulkhead')
    await settings.update('enable', false, ConfigurationTarget.Workspace)
    await findings(queue, 0)
    await settings.update('enable', undefined, ConfigurationTarget.Workspace)
    await findings(queue, 1)
  })

  test('a restarted server says the same', async () => {
    await open(queue)
    const before = await findings(queue, 1)
    await commands.executeCommand('bulkhead.restart')
    const after = await findings(queue, 1)
    assert.equal(after[0]?.message, before[0]?.message)
  })
})

async function open(uri: Uri): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uri)
  await window.showTextDocument(document)
  return document
}

async function replace(document: TextDocument, from: string, to: string) {
  const start = document.getText().indexOf(from)
  const edit = new WorkspaceEdit()
  edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(start + from.length)), to)
  assert.ok(await workspace.applyEdit(edit))
}

/** What bulkhead says of a file, as soon as there are that many. */
async function findings(uri: Uri, count: number): Promise<readonly Diagnostic[]> {
  const now = () => languages.getDiagnostics(uri).filter(({ source }) => source === 'bulkhead')
  for (let waitedMs = 0; now().length !== count; waitedMs += 50) {
    assert.ok(waitedMs < 20_000, `${count} expected in ${uri.path}, there are: ${now().map(({ message }) => message).join(' | ') || 'none'}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return now()
}

async function quickFixes(uri: Uri, { range }: Diagnostic): Promise<readonly CodeAction[]> {
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, CodeActionKind.QuickFix.value, 10)
}

function codeOf(diagnostic: Diagnostic | undefined) {
  const code = diagnostic?.code
  return typeof code === 'object' ? code.value : code
}
