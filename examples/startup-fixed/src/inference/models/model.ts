/** A model that one can talk to. Which one, and where it runs, is configuration. */
export interface ChatModel {
  answer(instructions: string, question: string): Promise<string>
}
