import type { Captioner } from '@business/ai-tools'
import type { Post } from './post'

/** A post has a caption, whatever becomes of the machines: its title, if need be. */
export async function captionFor(captioner: Captioner, post: Post): Promise<string> {
  const caption = await captioner.suggest(post.title).catch(() => undefined)
  return caption ?? post.title
}
