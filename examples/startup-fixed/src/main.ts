import { generate } from './business/ai-tools'
import { serve } from './http'
import { openClusters } from './inference/clusters'
import { openAiCompatible } from './inference/models'
import { connect } from './inference/queue'
import { startDispatching } from './inference/scheduler'
import { readSettings } from './infrastructure/config'
import { openDatabase, s3Blobs } from './infrastructure/storage'
import { stripeBilling } from './infrastructure/subscriptions'

// The only file that knows which adapter stands behind which port.
const settings = readSettings()
const database = openDatabase(settings.databaseUrl)
const queue = await connect(settings.queueUrl)

await startDispatching(queue, openClusters(settings.regions))

serve(settings.port, {
  database,
  blobs: s3Blobs(settings.storage),
  model: openAiCompatible(settings.model),
  billing: stripeBilling(settings.billingKey),
  feedPageSize: settings.feedPageSize,
  generate: request => generate(database, queue, request),
})
