import { describe, expect, it } from 'vitest'
import { SHOP, UNREAD, verdictOf, withWaived } from '../../test/report/verdicts.ts'
import { FRAMEWORKS } from '../model/frameworks.data.ts'
import type { Rule } from '../rules/rule.ts'
import { decisiveFindings, judgeCompliance, type ControlVerdict } from './compliance.ts'
import type { Verdict } from './verdict.ts'

const pod = (securityContext: string): Readonly<Record<string, string>> => ({
  'pod.yaml': `apiVersion: v1
kind: Pod
metadata: { name: web }
spec: { containers: [{ name: web, securityContext: ${securityContext} }] }
`,
})
const BAD = pod('{ privileged: true }')
const GOOD = pod('{ privileged: false }')
const HIDDEN = pod('{ privileged: "${PRIVILEGED}" }')
const NO_PODS = { 'map.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\n' }

const [privileged] = verdictOf({ texts: {} }).rules
// Covers one more control than its topic, host-access, does (A4 of the guide).
const RULES: readonly Rule[] =
  privileged === undefined ? [] : [{ ...privileged, controls: { nsa: ['D1'] } }]

function controlOf(verdict: Verdict, id: string): ControlVerdict | undefined {
  return judgeCompliance(verdict, FRAMEWORKS.nsa).controls.find(({ control }) => control.id === id)
}

describe('the state of a control', () => {
  const bad = verdictOf({ texts: BAD, rules: RULES })

  it.each([
    { name: 'not met with an open finding', verdict: bad, state: 'not-met' },
    {
      name: 'met without any, when a subject was there',
      verdict: verdictOf({ texts: GOOD, rules: RULES }),
      state: 'met',
    },
    {
      name: 'unclear when a placeholder hides what decides',
      verdict: verdictOf({ texts: HIDDEN, rules: RULES }),
      state: 'cannot-tell',
    },
    {
      name: 'unclear when something was not read',
      verdict: verdictOf({ texts: GOOD, rules: RULES, ...UNREAD }),
      state: 'cannot-tell',
    },
    {
      name: 'not met whatever else was not read',
      verdict: verdictOf({ texts: BAD, rules: RULES, ...UNREAD }),
      state: 'not-met',
    },
    {
      name: 'waived when its findings are',
      verdict: withWaived(bad, 'privileged-example'),
      state: 'waived',
    },
    {
      name: 'not examined without a subject',
      verdict: verdictOf({ texts: NO_PODS, rules: RULES }),
      state: 'not-examined',
    },
    {
      name: 'not covered when no rule was asked',
      verdict: verdictOf({ texts: BAD, rules: [] }),
      state: 'no-rule',
    },
  ])('is $name', ({ verdict, state }) => {
    expect(controlOf(verdict, 'A4')?.state).toBe(state)
    expect(controlOf(verdict, 'D1')?.state).toBe(state)
  })

  it('comes with the rules that saw, and the stops where none looks', () => {
    const found = controlOf(verdictOf({ texts: GOOD, rules: RULES }), 'D1')
    expect(found?.rules).toEqual(RULES)
    expect(found?.idle).toEqual([])
    expect(found?.unseen).toEqual(['cluster'])
  })

  it('comes with the findings that decide it', () => {
    const found = controlOf(bad, 'A4')
    const decisive = found === undefined ? [] : decisiveFindings(found)
    expect(decisive.map(({ rule, state }) => `${rule.id} ${state}`)).toEqual([
      'privileged-example open',
    ])
  })

  it('is counted once for every control of the framework', () => {
    const { controls, counts } = judgeCompliance(verdictOf({ texts: SHOP }), FRAMEWORKS.nsa)
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(controls.length)
  })
})
