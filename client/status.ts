import { languages, LanguageStatusSeverity, type Disposable } from 'vscode'
import type { Status } from '../server/lsp/protocol.ts'
import { documents } from './documents.ts'

/** The one place in the window where bulkhead speaks of itself: no popups. */
export interface StatusView extends Disposable {
  /** `server`: which bulkhead it is, "bundled 0.1.0". */
  show(status: Status, server?: string): void
}

const severity = {
  ok: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
}

export function showStatus(): StatusView {
  const item = languages.createLanguageStatusItem('bulkhead.status', documents())
  item.name = 'Bulkhead'
  item.text = 'Bulkhead'
  item.command = { command: 'bulkhead.showOutput', title: 'Show output' }
  return {
    show({ health, quiescent, message }, server) {
      item.severity = severity[health]
      item.busy = !quiescent
      item.detail = [message, server].filter((part) => part).join(' · ')
    },
    dispose: () => item.dispose(),
  }
}
