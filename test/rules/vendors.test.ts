import assert from 'node:assert/strict'
import { test } from 'node:test'
import { census } from '../../rules/vendors/census.ts'
import { project } from '../support/project.ts'

/** 'package vendor:service capability level' of each SDK in use. */
function held(vendors: string, ...packages: readonly string[]): readonly string[] {
  const { session, report } = project(`
# bulkhead.yaml
vendors: { ${vendors} }

// quay.ts
${packages.map((name) => `import '${name}'`).join('\n')}
`)
  assert.deepEqual(report.problems, [])
  return census(session.snapshot().project).map(({ package: name, vendor, service, capability, level }) => `${name} ${[vendor.id, service].filter((word) => word !== undefined).join(':')} ${capability} ${level}`)
}

test('vendors of their own come before those of the catalog, and before its exemptions', () => {
  const custom = 'custom: [{ vendor: harbour, packages: [openai, "@types/*"], capability: queue, level: depends-on-call }]'
  assert.deepEqual(held('allow: "*"', 'openai', '@types/google.maps', 'dd-trace'), ['dd-trace datadog monitoring proprietary-api', 'openai openai llm vendor-hosted-open-protocol'])
  assert.deepEqual(held(custom, 'openai', '@types/google.maps', 'dd-trace'), [
    'dd-trace datadog monitoring proprietary-api', '@types/google.maps harbour queue depends-on-call', 'openai harbour queue depends-on-call',
  ])
})

test('a vendor of the catalog can have more packages', () => {
  assert.deepEqual(held('custom: [{ vendor: aws, packages: our-aws, capability: secrets }], portable: ["aws:s3"]', 'our-aws', '@aws-sdk/client-sqs', '@aws-sdk/client-s3'), [
    '@aws-sdk/client-sqs aws:sqs queue proprietary-api', 'our-aws aws secrets proprietary-api', '@aws-sdk/client-s3 aws:s3 storage portable',
  ])
})

test('the order of what is written makes no difference: names beat patterns, and the longer the shorter', () => {
  const written = ['{ vendor: a, packages: "@acme/*", capability: queue }', '{ vendor: b, packages: "@acme/log-*", capability: logging }', '{ vendor: c, packages: "@acme/log-x", capability: logging }']
  const expected = ['@acme/queue a queue proprietary-api', '@acme/log-y b logging proprietary-api', '@acme/log-x c logging proprietary-api']
  for (const custom of [written, [...written].reverse()]) assert.deepEqual(held(`custom: [${custom.join(', ')}]`, '@acme/queue', '@acme/log-x', '@acme/log-y'), expected)
})

test('what is taken for portable is portable, vendor, service or package', () => {
  const packages = ['@google-cloud/storage', '@google-cloud/pubsub', 'dd-trace', '@acme/queue'] as const
  const custom = 'custom: [{ vendor: acme, packages: "@acme/*", capability: queue }]'
  const levels = (portable: string): readonly string[] => held(`${custom}, portable: [${portable}]`, ...packages).filter((row) => row.endsWith(' portable')).map((row) => row.slice(0, row.indexOf(' ')))
  assert.deepEqual(levels('google-cloud'), ['@google-cloud/pubsub', '@google-cloud/storage'])
  assert.deepEqual(levels('"google-cloud:storage"'), ['@google-cloud/storage'])
  assert.deepEqual(levels('acme, datadog'), ['@acme/queue', 'dd-trace'])
  assert.deepEqual(levels('"pkg:@acme/*", "pkg:dd-trace"'), ['@acme/queue', 'dd-trace'])
})

test('why it locks in, and what is instead, are said as they were written', () => {
  const { report } = project(`
# bulkhead.yaml
vendors: { allow: path:infrastructure, custom: [{ vendor: acme, packages: "@acme/*", capability: queue, instead: [amqplib, kafkajs], why: Only our brokers answer it. }, { vendor: bolt, packages: bolt, capability: llm }] }

// quay.ts
import '@acme/queue'
import 'bolt'
`)
  assert.deepEqual(report.findings.map(({ help }) => help), [['locks in: Only our brokers answer it', 'instead: amqplib', 'or: kafkajs'], ['locks in: Only bolt answers these calls']])
})
