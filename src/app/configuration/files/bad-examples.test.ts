import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { estateIn } from '../../../intake/estate.testing.ts'
import { readYaml } from '../../../intake/yaml/read-yaml.ts'
import { CATALOGUE } from '../../../rules/catalogue.ts'
import { stopOf } from '../../../rules/topics.ts'
import { draftFiles } from './draft-files.ts'
import type { FileDraft } from './file-draft.ts'
import { readAgain } from './read-again.ts'

const RULES = join(import.meta.dirname, '..', '..', '..', 'rules')

const examples = CATALOGUE.filter((rule) => ['cluster', 'code'].includes(stopOf(rule))).flatMap(
  (rule) => {
    const folder = join(RULES, stopOf(rule), rule.id)
    const bad = readdirSync(folder).find((base) => base.startsWith('bad'))
    return bad === undefined ? [] : [{ rule: rule.id, topic: rule.topic, folder, bad }]
  },
)

const MOST_ROUNDS = 12

// What a topic writes, round by round, as the configuration of an estate is drafted.
function written(topic: string, folder: string, target: string) {
  let { scene } = estateIn(folder, { targets: [target] })
  const texts = new Map<string, FileDraft>()
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { drafts } = draftFiles(topic, scene)
    if (drafts.length === 0) return { texts, isSettled: true }
    for (const draft of drafts) texts.set(draft.file, draft)
    scene = readAgain(scene, drafts)
  }
  return { texts, isSettled: false }
}

describe('what is written for the bad examples of the rules', () => {
  it('is looked at for more than a hundred rules', () => {
    expect(examples.length).toBeGreaterThan(100)
  })

  it.each(examples)('settles, and can be read: $rule', ({ topic, folder, bad }) => {
    const { texts, isSettled } = written(topic, folder, bad)
    expect(isSettled).toBe(true)
    const yaml = [...texts.values()].filter(({ file }) => /\.ya?ml$/.test(file))
    expect(yaml.flatMap((draft) => readYaml(draft).faults)).toEqual([])
    // Whatever is changed is told.
    expect([...texts.values()].filter(({ why }) => why.length === 0)).toEqual([])
  })
})
