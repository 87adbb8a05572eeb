import { generate } from './business/ai-tools'
import { serve } from './http'
import { openClusters } from './inference/clusters'
import { connect } from './inference/queue'
import { startDispatching } from './inference/scheduler'
import { readSettings } from './infrastructure/config'
import { openDatabase } from './infrastructure/storage'
import { stripeBilling } from './infrastructure/subscriptions'

const settings = readSettings()
const database = openDatabase(settings.databaseUrl)
const queue = await connect(settings.queueUrl)

await startDispatching(queue, openClusters(settings.regions))

serve(settings.port, {
  database,
  queue,
  billing: stripeBilling(settings.billingKey),
  generate: request => generate(database, queue, request),
})
