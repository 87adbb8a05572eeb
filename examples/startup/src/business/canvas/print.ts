import type { Board } from './board'
import { toSvg } from './render'

export interface Printed {
  readonly contentType: string
  readonly data: Uint8Array
}

const paper = { width: 1600, height: 1200 }

export async function print(board: Board, as: 'svg' | 'pdf'): Promise<Printed> {
  if (as === 'svg') return { contentType: 'image/svg+xml', data: Buffer.from(toSvg(board, paper)) }
  // Few people print: the writer is loaded when the first of them does.
  // @ts-expect-error TS2307: the types of this one are not generated yet
  const { toPdf } = await import('./pdf-export')
  return { contentType: 'application/pdf', data: toPdf(board) }
}
