import { submit, type Queue } from '@business/ai-tools'
import type { Post } from './post'

/** Written by a machine, and put under the post when it is ready. */
export function captionFor(queue: Queue, post: Post): Promise<string> {
  const prompt = `One friendly caption of at most twelve words for a drawing called "${post.title}".`
  return submit(queue, { plan: 'free', prompt, urgency: 'whenever' })
}
