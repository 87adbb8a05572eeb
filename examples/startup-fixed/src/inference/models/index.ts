export type { ChatModel } from './model'
export { openAiCompatible } from './openai-model'
