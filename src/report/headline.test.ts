import { describe, expect, it } from 'vitest'
import { runOf, SHOP, verdictOf, withWaived } from '../../test/report/verdicts.ts'
import { circumstances, movesOf, openWords, overallState, severityWords } from './headline.ts'

const verdict = verdictOf({ texts: SHOP })

describe('overallState', () => {
  it('is that of the worst stop, and not examined only when all are', () => {
    const [cloud] = verdict.stops
    if (cloud === undefined) throw new Error('There are no stops.')
    const states = ['Not examined', 'Clear', 'Exposed', 'Attention'] as const
    expect(overallState(states.map((state) => ({ ...cloud, state })))).toBe('Exposed')
    expect(overallState([cloud, { ...cloud, state: 'Clear' }])).toBe('Clear')
    expect(overallState([cloud])).toBe('Not examined')
  })
})

describe('openWords', () => {
  it('counts apart what does not count', () => {
    expect(openWords(withWaived(verdict, 'root-example'))).toEqual([
      '1 critical, 1 medium, 1 low open',
      '2 waived',
      '1 cannot tell',
    ])
  })
})

describe('severityWords', () => {
  it('leaves zeros out', () => {
    expect(severityWords({ critical: 0, high: 2, medium: 0, low: 1 })).toBe('2 high, 1 low')
    expect(severityWords({ critical: 0, high: 0, medium: 0, low: 0 })).toBe('nothing')
  })
})

describe('movesOf', () => {
  it('names every party, who has most first', () => {
    expect(movesOf(verdict)).toEqual([
      ['developer', 4],
      ['architect', 1],
      ['provider', 0],
      ['partner', 0],
    ])
  })
})

describe('circumstances', () => {
  it('says by what was judged', () => {
    const scene = { ...verdict.scene, offering: 'kapsule' as const }
    expect(
      circumstances({ ...verdict, scene }, runOf({ selection: ['--rule x', '--stop data'] })),
    ).toEqual([
      'Kubernetes 1.36',
      'profile restricted',
      'Scaleway Kapsule',
      '4 rules',
      'narrowed by --rule x, --stop data',
    ])
  })
})
