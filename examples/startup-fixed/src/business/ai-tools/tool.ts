export type ToolName = 'extend' | 'recolour' | 'background'

export interface Tool {
  readonly title: string
  readonly credits: number
  /** Someone watches while it works. */
  readonly live: boolean
}

export const tools: Readonly<Record<ToolName, Tool>> = {
  extend: { title: 'Draw on from here', credits: 4, live: true },
  recolour: { title: 'Other colours', credits: 1, live: true },
  background: { title: 'A background for the whole board', credits: 10, live: false },
}
