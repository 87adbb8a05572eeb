import type { Report } from '../../rules/model/report.ts'
import { finding, placeOf, report, type Texts } from './support.ts'

const texts: Texts = {
  'bulkhead.yaml': 'layers: [shop, billing]\nvendors: { allow: billing }\nrules:\n  - { id: apart, from: shop, forbid: billing/ledger, why: The ledger changes freely }\nmodules: { harbour: docks }\n',
  'shop/[id]/cart.ts': "import { charge } from '../../billing'\r\nimport {\r\n  🛒 } from '@aws-sdk/client-s3'\r\n",
  'shop/basket.ts': "import './till'\n",
  'shop/till.ts': "import './basket'\n",
  'billing/index.ts': "export { charge } from './ledger'\n",
  'old/invoice.ts': "import '../shop/basket'",
}

/** A shop that breaks three rules, one of them in a way that is known and one in a way that is allowed. */
export const shop: Report = report(texts, {
  findings: [
    finding({
      rule: 'boundaries/cycles', at: placeOf(texts, 'old/invoice.ts', "'../shop/basket'"), target: { kind: 'file', path: 'shop/basket.ts' }, severity: 'warning', status: 'known',
      message: 'old may not use shop', key: 'old -> shop',
    }),
    finding({
      rule: 'boundaries/rules', entry: 'apart', at: placeOf(texts, 'shop/[id]/cart.ts', "'../../billing'"), target: { kind: 'file', path: 'billing/ledger.ts' },
      message: 'shop may not use billing/ledger',
      because: [{ at: placeOf(texts, 'bulkhead.yaml', '{ id: apart'), note: 'The ledger changes freely' }],
      via: ['billing/index.ts'], key: 'shop -> billing/ledger',
      fixes: [
        { id: 'ignore', title: 'Ignore apart for this import, with a reason', safety: 'review', rewrite: 'ignore', arguments: {} },
        { id: 'api', title: "Import charge from billing's api", safety: 'safe', rewrite: 'import-from-api', arguments: { path: 'shop/[id]/cart.ts' } },
      ],
    }),
    finding({
      rule: 'vendors/sdk', at: placeOf(texts, 'shop/[id]/cart.ts', "'@aws-sdk/client-s3'"), target: { kind: 'package', name: '@aws-sdk/client-s3', subpath: '' }, severity: 'warning',
      message: 'shop holds the AWS object storage SDK',
      help: ['locks in: objects are read through one vendor\'s API', 'instead: object storage over the S3 API'],
      because: [{ at: placeOf(texts, 'bulkhead.yaml', 'vendors:'), note: 'only billing may hold vendor SDKs' }],
      key: 'shop -> s3',
      fixes: [{ id: 'port', title: 'Move it behind a port in billing', safety: 'review', rewrite: 'extract-port', arguments: {} }],
    }),
    finding({
      rule: 'boundaries/cycles', at: placeOf(texts, 'shop/basket.ts', "'./till'"), target: { kind: 'file', path: 'shop/till.ts' },
      message: '2 files import each other: shop/basket.ts > shop/till.ts > shop/basket.ts',
      help: ['cycle: shop/basket.ts > shop/till.ts > shop/basket.ts', 'cut: shop/till.ts > shop/basket.ts (1 import)'],
      via: ['shop/till.ts'], breakers: [{ from: 'shop/till.ts', to: 'shop/basket.ts', imports: 1 }], breakersProven: true, key: 'cycle',
    }),
    finding({ rule: 'boundaries/unassigned', at: placeOf(texts, 'shop/till.ts'), severity: 'info', status: 'allowed', message: 'in no module', key: 'shop/till.ts' }),
  ],
  problems: [
    { kind: 'no-match', message: 'docks takes no file', at: placeOf(texts, 'bulkhead.yaml', 'docks'), hint: 'the nearest folder is billing' },
    { kind: 'unreadable', message: 'no answer from git' },
  ],
  isConfigValid: false,
  notes: [{ message: 'path:legacy takes no file' }],
  stats: { tests: 6, unassigned: 1, unresolved: 2 },
})
