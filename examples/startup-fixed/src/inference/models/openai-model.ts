import OpenAI from 'openai'
import type { ModelSettings } from '../../infrastructure/config'
import type { ChatModel } from './model'

/** Speaks to any server of the chat completions protocol: one of our own, or one that is rented. */
export function openAiCompatible({ baseUrl, key, name }: ModelSettings): ChatModel {
  const client = new OpenAI({ baseURL: baseUrl, apiKey: key })
  return {
    async answer(instructions, question) {
      const completion = await client.chat.completions.create({
        model: name,
        max_tokens: 300,
        messages: [{ role: 'system', content: instructions }, { role: 'user', content: question }],
      })
      return completion.choices[0]?.message.content ?? ''
    },
  }
}
