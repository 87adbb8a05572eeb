import Anthropic from '@anthropic-ai/sdk'
import type { Board } from '@business/canvas'
import { modelKey } from './credentials'
import { inWords } from './prompts'

const forScreenReaders = 'You describe drawings to people who cannot see them, in three sentences, without guessing.'

export async function describe(board: Board): Promise<string> {
  const client = new Anthropic({ apiKey: await modelKey() })
  const message = await client.messages.create({
    model: 'claude-3-5-haiku-latest',
    max_tokens: 300,
    system: forScreenReaders,
    messages: [{ role: 'user', content: inWords(board) }],
  })
  return message.content.map(block => block.type === 'text' ? block.text : '').join('')
}
