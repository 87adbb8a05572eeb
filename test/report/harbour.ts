import type { Report } from '../../rules/model/report.ts'
import type { GraphView } from '../../server/report/graph-view.ts'
import { finding, placeOf, report, type Texts } from './support.ts'
import { viewOf } from './view.ts'

/** A harbour whose quay and crane import each other, and whose office reaches down through the gate. */
export const texts: Texts = {
  'src/office/desk.ts': "import { open } from '../quay/gate'\nimport type { Crane } from '../quay/crane'\nimport { readFile } from 'node:fs'\nimport { z } from 'zod'\nexport { berth } from '../quay/berth'\n",
  'src/office/phone.ts': "import '../quay/crane'\nconst desk = await import('./desk')\n",
  'src/quay/gate.ts': "import { berth } from './berth'\n",
  'src/quay/crane.ts': "import { gate } from './gate'\nconst path = require('path-to-nowhere')\n",
  'src/quay/berth.ts': "import { crane } from './crane'\nimport '../office/phone'\nimport './lost'\n",
  'src/quay/buoy.ts': '',
}

const said: Report = report(texts, {
  findings: [
    finding({
      rule: 'boundaries/rules', entry: 'no-paper', at: placeOf(texts, 'src/office/desk.ts', "'../quay/gate'"), message: 'office may not reach berth',
      target: { kind: 'file', path: 'src/quay/berth.ts' }, via: ['src/quay/gate.ts'], because: [{ at: { path: 'bulkhead.yaml', span: { start: 0, end: 0 } }, note: 'Paper gets wet' }],
    }),
    finding({ rule: 'vendors/sdk', severity: 'info', at: placeOf(texts, 'src/office/desk.ts', "'zod'"), message: 'office holds zod', target: { kind: 'package', name: 'zod', subpath: '' } }),
    finding({ rule: 'boundaries/layers', at: placeOf(texts, 'src/quay/berth.ts', "'../office/phone'"), message: 'quay may not use office', severity: 'warning', target: { kind: 'file', path: 'src/office/phone.ts' } }),
    finding({ rule: 'boundaries/layers', at: placeOf(texts, 'src/office/phone.ts', "'../quay/crane'"), message: 'office may not use quay', status: 'known', target: { kind: 'file', path: 'src/quay/crane.ts' } }),
    finding({
      rule: 'boundaries/cycles', at: placeOf(texts, 'src/quay/crane.ts', "'./gate'"), message: '3 files import each other', target: { kind: 'file', path: 'src/quay/gate.ts' },
      via: ['src/quay/gate.ts', 'src/quay/berth.ts'], breakers: [{ from: 'src/quay/berth.ts', to: 'src/quay/crane.ts', imports: 1 }],
    }),
    finding({ rule: 'boundaries/orphans', at: placeOf(texts, 'src/quay/buoy.ts'), message: 'nothing reaches src/quay/buoy.ts' }),
  ],
})

export const harbour: GraphView = { ...viewOf(texts, { modules: ['src/office', 'src/quay'], stacks: { '.': ['office', 'quay'] } }), report: said }
