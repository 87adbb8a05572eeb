import { window } from 'vscode'
import { applyCommand, type FixOffer, type ReasonedFix } from '../server/lsp/protocol.ts'
import type { LanguageServer } from './language-server.ts'

/** Some fixes leave a reason in the code or in bulkhead.yaml, and only a person has one. */
export async function askReason(offer: FixOffer, server: LanguageServer): Promise<void> {
  const reason = await window.showInputBox({
    title: offer.fix.title,
    prompt: 'Why? The reason is written down for whoever reads this next.',
    placeHolder: 'until the new billing api is out',
    ignoreFocusOut: true,
    validateInput: (typed) => (typed.trim() === '' ? 'A reason is needed' : undefined),
  })
  if (reason === undefined) return
  const reasoned: ReasonedFix = { ...offer, reason: reason.trim() }
  await server.execute(applyCommand, reasoned)
}
