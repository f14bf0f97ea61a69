import { describe, expect, it } from 'vitest'
import { runOf, SHOP, verdictOf, withWaived } from '../../test/report/verdicts.ts'
import { PERSONAE } from '../model/itinerary.ts'
import { actionsFor, stopsFor, worstFirst } from './order.ts'

const verdict = verdictOf({ texts: SHOP })

describe('worstFirst', () => {
  it('goes by severity, then what cannot be told, then what is waived', () => {
    const waived = withWaived(verdict, 'root-example')
    expect(
      worstFirst(waived.findings).map(({ state, severity }) => `${state} ${severity}`),
    ).toEqual([
      'open critical',
      'open medium',
      'open low',
      'cannot-tell critical',
      'waived high',
      'waived high',
    ])
  })
})

describe('actionsFor', () => {
  it('keeps the order of the verdict for nobody in particular', () => {
    expect(actionsFor(verdict, runOf())).toBe(verdict.focus)
  })

  it('never lets an interest lead away from what is worse', () => {
    // Resources are nearest to the boss, privileged containers furthest.
    const ids = actionsFor(verdict, runOf({ persona: 'boss' })).map(({ rule }) => rule.id)
    expect(ids[0]).toBe('privileged-example')
    expect(ids.toSorted()).toEqual(verdict.focus.map(({ rule }) => rule.id).toSorted())
  })

  it('puts the own moves of the equally bad first', () => {
    const equals = verdict.focus.map((action) => ({ ...action, severity: 'high' as const }))
    const owners = (persona: 'architect' | 'developer'): readonly string[] =>
      actionsFor({ ...verdict, focus: equals }, runOf({ persona })).map(({ duty }) => duty)
    expect(owners('architect')[0]).toBe('architect')
    expect(owners('developer').at(-1)).toBe('architect')
  })

  it('puts the nearer of the equally bad first', () => {
    const equals = verdict.focus.map((action) => ({ ...action, severity: 'high' as const }))
    const order = (persona: (typeof PERSONAE)[number]): readonly string[] =>
      actionsFor({ ...verdict, focus: equals }, runOf({ persona })).map(({ rule }) => rule.topic)
    expect(order('boss')[0]).toBe('resources')
    expect(order('analyst').at(-1)).toBe('root-and-capabilities')
    expect(order('developer').slice(0, 2)).toEqual(['root-and-capabilities', 'resources'])
  })
})

describe('stopsFor', () => {
  it('puts the stops that concern the persona first, the others along the itinerary', () => {
    const stops = stopsFor(verdict, runOf({ persona: 'developer' })).map(({ stop }) => stop)
    expect(stops.slice(0, 3)).toEqual(['workloads', 'cloud', 'cluster'])
    expect(stops).toHaveLength(8)
    expect(stopsFor(verdict, runOf())).toBe(verdict.stops)
  })
})
