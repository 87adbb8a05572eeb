import type { Level } from '../../rules/model/finding.ts'

interface RulePage {
  readonly id: string
  readonly title: string
  readonly level: Level
}

interface PresetPage {
  readonly id: string
  readonly title: string
}

/** Every check and preset on a line, markdown. `folder`: where the pages lie, from the index. */
export function renderRuleIndex(rules: readonly RulePage[], presets: readonly PresetPage[], folder: string): string {
  const rows = rules.map(({ id, title, level }) => `| [\`${id}\`](${folder}/${id}.md) | ${level} | ${cell(title)} |`)
  const others = presets.map(({ id, title }) => `| [\`${id}\`](${folder}/${id.replace('preset:', 'presets/')}.md) | ${cell(title)} |`)
  return `${[
    '# The rules', '',
    'What each finds, and its severity where `bulkhead.yaml` says nothing else. Each page has examples in both directions, which are the tests of the rule; `bulkhead explain <rule>` prints it.', '',
    '| rule | severity | finds |', '| --- | --- | --- |', ...rows, '',
    '## Presets', '',
    'For `extends: [preset:NAME]`; `bulkhead explain preset:NAME` shows what one says.', '',
    '| preset | is for |', '| --- | --- |', ...others,
  ].join('\n')}\n`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
