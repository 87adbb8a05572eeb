import type { Board, Shape } from '@business/canvas'
import { tools, type ToolName } from './tool'

const mostShapes = 200

export function promptFor(tool: ToolName, board: Board, wish: string): string {
  return `${tools[tool].title}. The artist wishes: ${wish || 'nothing in particular'}.\n${inWords(board)}`
}

/** The newest shapes: older ones are mostly painted over. */
export function inWords(board: Board): string {
  const lines = board.shapes.slice(-mostShapes).map(shapeInWords)
  return [`A drawing called "${board.title}" of ${board.shapes.length} shapes:`, ...lines].join('\n')
}

function shapeInWords({ colour, points, text }: Shape): string {
  const path = points.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join(' ')
  return text === undefined ? `a ${colour} stroke through ${path}` : `the ${colour} words "${text}" at ${path}`
}
