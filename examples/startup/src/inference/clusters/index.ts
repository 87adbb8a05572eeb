export { openSlots } from './capacity'
export { openClusters, type Cluster } from './cluster'
