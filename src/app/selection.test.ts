import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../rules/catalogue.ts'
import { narrowingFlags, selectRules, type Selection } from './selection.ts'

const ALL: Selection = {
  rules: [],
  skipRules: [],
  stops: [],
  namespaces: [],
  excludeNamespaces: [],
}

describe('selecting rules', () => {
  it('takes all when nothing narrows them', () => {
    expect(selectRules(ALL)).toEqual({ ok: true, value: CATALOGUE })
  })

  it.each([
    {
      name: 'named ones',
      selection: { rules: ['host-pid', 'host-ipc'] },
      ids: ['host-ipc', 'host-pid'],
    },
    {
      name: 'named ones but one',
      selection: { rules: ['host-pid', 'host-ipc'], skipRules: ['host-ipc'] },
      ids: ['host-pid'],
    },
    {
      name: 'named ones of a stop',
      selection: { rules: ['host-pid'], stops: ['workloads'] },
      ids: ['host-pid'],
    },
  ] as const)('takes $name, in the order of the catalogue', ({ selection, ids }) => {
    const rules = selectRules({ ...ALL, ...selection })
    expect(rules.ok && rules.value.map(({ id }) => id)).toEqual(ids)
  })

  it('leaves one out and keeps the others', () => {
    const rules = selectRules({ ...ALL, skipRules: ['host-pid'] })
    expect(rules.ok && rules.value.length).toBe(CATALOGUE.length - 1)
  })

  it.each([
    {
      name: 'an unknown rule',
      selection: { rules: ['host-pit'] },
      says: 'Did you mean "host-pid"?',
    },
    { name: 'an unknown rule to skip', selection: { skipRules: ['nope'] }, says: 'portolan rules' },
    {
      name: 'a rule that is skipped as well',
      selection: { rules: ['host-pid'], skipRules: ['host-pid'] },
      says: 'Select less narrowly.',
    },
  ] as const)('refuses $name', ({ selection, says }) => {
    const rules = selectRules({ ...ALL, ...selection })
    expect(rules.ok ? '' : rules.fault.remedy).toContain(says)
    expect(rules.ok ? '' : rules.fault.code).toBe('USAGE')
  })

  it('tells how a report was narrowed', () => {
    expect(narrowingFlags(ALL)).toEqual([])
    expect(narrowingFlags({ ...ALL, stops: ['workloads'], namespaces: ['a', 'b-*'] })).toEqual([
      '--stop workloads',
      '--namespace a,b-*',
    ])
  })
})
