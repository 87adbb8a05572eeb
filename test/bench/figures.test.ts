import { test } from 'node:test'
import assert from 'node:assert/strict'
import { lastWords } from './cold-check.ts'
import { figuresOf, growthFigure, initFigure, keystrokeFigure, rowOf, stagedFigure } from './figures.ts'
import { measured, node } from '../support/measured.ts'
import { median, quantile } from './numbers.ts'
import { runsOf } from './runs-of.ts'

const cost = { tool: '', what: '5 files', cpuMs: 400, wallMs: 300, peakMiB: 151, ratio: 1 }

test('each peer with a limit is a figure, and so is our own memory', () => {
  const rows = figuresOf([{ ...cost, tool: 'bulkhead' }, { ...cost, tool: 'cat', ratio: 3.96 }, { ...cost, tool: 'knip --cycles', ratio: 0.1 }]).map(rowOf)
  assert.deepEqual(rows, [
    ['CPU by that of cat', '3.96 times', '4 times', 'reached'],
    ['peak memory', '151 MiB', '150 MiB', 'MISSED'],
  ])
})

test('both limits are shown where trees of few, large files have another one', () => {
  const [row] = figuresOf([{ ...cost, tool: 'bulkhead' }, { ...cost, tool: 'oxlint no-cycle', ratio: 0.41 }]).map(rowOf)
  assert.deepEqual(row, ['CPU by that of oxlint no-cycle', '0.410', "0.4 (0.05 on files as large as A's)", 'MISSED'])
})

test('beside a peer that failed nothing was measured', () => {
  const [row] = figuresOf([{ ...cost, tool: 'bulkhead' }, { tool: 'dependency-cruiser cold', failed: 'ended with 134: out of memory' }]).map(rowOf)
  assert.deepEqual(row, ['CPU by that of dependency-cruiser cold', '–', '0.03', 'not measured'])
})

test('a key may take longer among ten times as many files', () => {
  const keys = { timesMs: Array.from({ length: 100 }, (_, i) => i / 2), withNews: 50 }
  assert.deepEqual([5000, 50_000].map((files) => rowOf(keystrokeFigure(files, keys)).slice(1)), [['49.5 ms', '15 ms', 'MISSED'], ['49.5 ms', '60 ms', 'reached']])
})

test('ratios of a staged check, of init and of growth have limits of their own', () => {
  assert.deepEqual(rowOf(initFigure(1.5)), ['CPU of init by that of a whole check', '1.50 times', '3 times', 'reached'])
  assert.deepEqual(rowOf(stagedFigure(0.6)).at(-1), 'reached')
  assert.deepEqual(rowOf(growthFigure([5000, 50_000], 11.3)), ['CPU with 50000 files by that with 5000', '11.3 times', '11 times', 'MISSED'])
})

test('medians and quantiles are of the values in order', () => {
  assert.deepEqual([median([9, 1, 5]), median([9, 1, 5, 7]), quantile([3, 1, 2], 0.99), quantile([3, 1, 2], 0.5)], [5, 6, 3, 2])
})

test('runs are five, or as many as are asked for', () => {
  assert.deepEqual([runsOf(undefined), runsOf('2')], [5, 2])
  assert.throws(() => runsOf('many'), /many is no number of runs/)
})

test('a command costs what its children cost, and says what it held', async () => {
  const { status, stdout, cpuMs, wallMs, peakMiB } = await measured(import.meta.dirname, node('-e', "console.log('moored')"), 60_000)
  assert.deepEqual([status, stdout], [0, 'moored\n'])
  assert.ok(cpuMs > 0 && wallMs > 0 && peakMiB > 1)
})

test('what takes too long is stopped, with all that it started, and shown so', async () => {
  const run = await measured(import.meta.dirname, ['sh', '-c', 'sleep 600 & sleep 600'], 50)
  assert.equal(run.status, null)
  assert.equal(lastWords(run), 'stopped after 5 minutes')
})

test('what fails is shown by the first line that it said', () => {
  assert.equal(lastWords({ status: 1, stdout: 'ok', stderr: '\n---\nError: no anchor\n  at quay' }), 'ended with 1: Error: no anchor')
})
