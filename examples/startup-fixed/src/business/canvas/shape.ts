import type { Board } from './board'

export interface Point {
  readonly x: number
  readonly y: number
}

/** A stroke has many points, a text one: where it begins. */
export interface Shape {
  readonly id: string
  readonly author: string
  readonly colour: string
  readonly points: readonly Point[]
  readonly text?: string
}

export function moved(shape: Shape, by: Point): Shape {
  return { ...shape, points: shape.points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })) }
}

/** Who drew something that is still there. */
export function authorsOf(board: Board): readonly string[] {
  return [...new Set(board.shapes.map(shape => shape.author))]
}
