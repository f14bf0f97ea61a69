import { describe, expect, it } from 'vitest'
import { estateIn, writeFiles } from '../intake/estate.testing.ts'
import { setField } from '../model/edit.ts'
import type { Scene } from '../model/scene.ts'
import { judge } from '../rules/judge.ts'
import { defineRule, type Rule } from '../rules/rule.ts'
import { findingsOf } from '../verdict/finding.ts'
import { mend } from './fix-rounds.ts'

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  level: 0
`

// A rule that wants another spec.level than those it minds.
function wants(id: string, value: number, minds: (level: number) => boolean): Rule {
  return defineRule({
    id,
    title: id,
    topic: 'resources',
    severity: 'low',
    references: [],
    subject: ['Pod'],
    check: (pod) => {
      const level = pod.get('spec', 'level')?.value
      if (typeof level !== 'number' || !minds(level)) return []
      return [{ place: pod.at('spec', 'level'), message: id, sure: true }]
    },
    fix: { risk: 'none', edit: (pod) => [setField(pod, ['spec', 'level'], value)] },
  })
}

function mended(rules: readonly Rule[]) {
  const { scene } = estateIn(writeFiles({ 'pod.yaml': POD }))
  const judgeAll = (now: Scene) => findingsOf(judge(now, rules), now)
  const { drafts, left, refused } = mend(scene, judgeAll, () => true)
  return { text: drafts[0]?.now.text, left: left.map(({ rule }) => rule.id), refused }
}

describe('mending in rounds', () => {
  it('closes what an earlier fix revealed', () => {
    const first = wants('first', 1, (level) => level === 0)
    const second = wants('second', 2, (level) => level === 1)
    expect(mended([first, second])).toEqual({
      text: POD.replace('level: 0', 'level: 2'),
      left: [],
      refused: [],
    })
  })

  it('ends when two rules contradict each other: the first one is heard, the other refused', () => {
    const { text, left, refused } = mended([
      wants('one', 1, (level) => level !== 1),
      wants('two', 2, (level) => level !== 2),
    ])
    expect(text).toBe(POD.replace('level: 0', 'level: 1'))
    expect(left).toEqual(['two'])
    expect(refused.map(({ code, at }) => `${code} ${at}`)).toEqual(['FIX_REFUSED pod.yaml:6:3'])
  })

  it('ends when a rule is never content', () => {
    const restless = defineRule({
      ...wants('restless', 1, () => true),
      subject: ['Pod'],
      check: (pod) => [{ place: pod.at('spec', 'level'), message: 'never', sure: true }],
      fix: {
        risk: 'none',
        edit: (pod) => [
          setField(pod, ['spec', 'level'], Number(pod.get('spec', 'level')?.value) + 1),
        ],
      },
    })
    expect(mended([restless])).toMatchObject({
      text: POD.replace('level: 0', 'level: 1'),
      left: ['restless'],
    })
  })
})
