import { loadBoard } from '@business/canvas'
import type { Database } from '../../infrastructure/storage'
import { toSvg } from '../canvas/render'
import type { Post } from './post'

const small = { width: 320, height: 240 }

/** Undefined where the board is gone, or was drawn on since: an old picture is better than a wrong one. */
export async function thumbnailOf(database: Database, post: Post): Promise<string | undefined> {
  const board = await loadBoard(database, post.board)
  return board?.version === post.version ? toSvg(board, small) : undefined
}
