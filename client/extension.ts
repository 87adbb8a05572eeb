// Where VS Code comes in. Starts the server, shows how it is, asks for reasons; what is wrong and how to fix it, the server says.
import { commands, window, workspace, type ExtensionContext } from 'vscode'
import { askReason } from './ask-reason.ts'
import { affectsServer, LanguageServer } from './language-server.ts'
import { showPlaces } from './show-places.ts'
import { showStatus } from './status.ts'
import { showPlacesCommand, withReasonCommand } from '../server/lsp/protocol.ts'

let server: LanguageServer | undefined

export async function activate({ extensionPath, subscriptions }: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('Bulkhead', { log: true })
  const status = showStatus()
  const running = server = new LanguageServer({ extensionPath, log, status })
  subscriptions.push(
    log,
    status,
    commands.registerCommand('bulkhead.restart', () => running.restart()),
    commands.registerCommand('bulkhead.showOutput', () => log.show()),
    commands.registerCommand(withReasonCommand, (offer) => askReason(offer, running)),
    commands.registerCommand(showPlacesCommand, showPlaces),
    workspace.onDidGrantWorkspaceTrust(() => running.restart()),
    workspace.onDidChangeConfiguration((change) => { if (affectsServer(change)) void running.restart() }),
  )
  await running.restart()
}

export async function deactivate(): Promise<void> {
  await server?.stop()
}
