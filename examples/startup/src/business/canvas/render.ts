import { titleOf, type Board } from './board'
import type { Shape } from './shape'

export interface Size {
  readonly width: number
  readonly height: number
}

export function toSvg(board: Board, { width, height }: Size): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
    `<title>${escaped(titleOf(board))}</title>`,
    ...board.shapes.map(drawn),
    '</svg>',
  ].join('\n')
}

function drawn(shape: Shape): string {
  const [start] = shape.points
  if (shape.text !== undefined && start) return `<text x="${start.x}" y="${start.y}" fill="${shape.colour}">${escaped(shape.text)}</text>`
  const points = shape.points.map(({ x, y }) => `${x},${y}`).join(' ')
  return `<polyline points="${points}" fill="none" stroke="${shape.colour}"/>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
