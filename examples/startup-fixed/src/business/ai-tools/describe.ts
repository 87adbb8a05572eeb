import type { Board } from '@business/canvas'
import type { ChatModel } from '../../inference/models'
import { inWords } from './prompts'

const forScreenReaders = 'You describe drawings to people who cannot see them, in three sentences, without guessing.'
const forCaptions = 'You write one friendly caption of at most twelve words for a drawing with this title.'

export function describe(model: ChatModel, board: Board): Promise<string> {
  return model.answer(forScreenReaders, inWords(board))
}

/** What others may ask of our models without knowing that there are any. */
export interface Captioner {
  suggest(title: string): Promise<string | undefined>
}

export function captioner(model: ChatModel): Captioner {
  return {
    async suggest(title) {
      const caption = await model.answer(forCaptions, title)
      return caption.trim() || undefined
    },
  }
}
