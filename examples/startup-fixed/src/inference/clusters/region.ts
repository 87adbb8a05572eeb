import type { Cluster } from './cluster'

/** The one that answered fastest of late comes first; one that never answered comes last. */
export function byDistance(clusters: readonly Cluster[]): readonly Cluster[] {
  return clusters.toSorted((a, b) => a.answerMs() - b.answerMs())
}
