import { createServer } from 'node:http'
import { captioner, describe, type Drawing } from './business/ai-tools'
import { countBoards, exportBoard, linkToExport, loadBoard, mayEdit, newBoard, print, saveBoard, type Board } from './business/canvas'
import { captionFor, feedOf, publish } from './business/social'
import type { ChatModel } from './inference/models'
import type { Blobs, Database } from './infrastructure/storage'
import { cancelSubscription, mayOpenBoard, subscriptionOf, type Billing } from './infrastructure/subscriptions'
import { closeAccount, userOf, type User } from './infrastructure/users'

export interface App {
  readonly database: Database
  readonly blobs: Blobs
  readonly model: ChatModel
  readonly billing: Billing
  readonly feedPageSize: number
  readonly generate: (request: Drawing) => Promise<string>
}

export function serve(port: number, app: App): void {
  createServer(async (request, response) => {
    const user = await userOf(app.database, request.headers.authorization ?? '')
    const answer = user && await route(app, user, new URL(request.url ?? '/', 'http://localhost'))
    response.writeHead(user ? answer ? 200 : 404 : 401, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer ?? {}))
  }).listen(port)
}

async function route(app: App, user: User, url: URL): Promise<unknown> {
  const [, subject, id = '', action] = url.pathname.split('/')
  if (subject === 'feed') return feedOf(app.database, user.id, app.feedPageSize)
  if (subject === 'account') return account(app, user, id, url)
  if (subject === 'boards' && id === 'new') return openBoard(app, user, url.searchParams.get('title') ?? 'Untitled')
  const board = subject === 'boards' ? await loadBoard(app.database, id) : undefined
  if (!board || !mayEdit(board, user)) return undefined
  switch (action) {
    case 'describe': return describe(app.model, board)
    case 'draw': return app.generate({ user: user.id, board, tool: 'extend', wish: url.searchParams.get('wish') ?? '' })
    case 'export': return linkToExport(app.blobs, await exportBoard(app.blobs, board))
    case 'print': return print(board, 'pdf')
    case 'publish': {
      const post = await publish(app.database, board.id, user.id)
      return post && { ...post, caption: await captionFor(captioner(app.model), post) }
    }
    default: return board
  }
}

async function account(app: App, user: User, action: string, url: URL): Promise<unknown> {
  switch (action) {
    case 'upgrade': return app.billing.checkout(user.id, 'artist', url.origin)
    case 'downgrade': return cancelSubscription(app.database, app.billing, user.id)
    case 'close': {
      await cancelSubscription(app.database, app.billing, user.id)
      return closeAccount(app.database, user)
    }
    default: return subscriptionOf(app.database, user.id)
  }
}

async function openBoard(app: App, user: User, title: string): Promise<Board | undefined> {
  const subscription = await subscriptionOf(app.database, user.id)
  if (!mayOpenBoard(subscription, await countBoards(app.database, user.id))) return undefined
  const board = newBoard(user.id, title)
  return await saveBoard(app.database, board) ? board : undefined
}
