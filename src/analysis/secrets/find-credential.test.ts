import { describe, expect, it } from 'vitest'
import { findCredential } from './find-credential.ts'
import { CREDENTIALS, LOOK_ALIKES, type Planted } from './planted.data.ts'

// What a scanner may miss and invent before people stop to trust it.
const MOST_MISSED = 0.02
const MOST_INVENTED = 0.02

describe('findCredential', () => {
  it('has enough planted values of both kinds to be measured by', () => {
    expect(CREDENTIALS.length).toBeGreaterThanOrEqual(150)
    expect(LOOK_ALIKES.length).toBeGreaterThanOrEqual(150)
  })

  it('finds at least 98 of 100 planted credentials', () => {
    const missed = CREDENTIALS.filter((planted) => !isFound(planted))
    expect(missed.map(wordsOf)).toEqual([])
    expect(missed.length / CREDENTIALS.length).toBeLessThanOrEqual(MOST_MISSED)
  })

  it('takes at most 2 of 100 look-alikes for credentials', () => {
    const invented = LOOK_ALIKES.filter(isFound)
    expect(invented.map(wordsOf)).toEqual([])
    expect(invented.length / LOOK_ALIKES.length).toBeLessThanOrEqual(MOST_INVENTED)
  })
})

function isFound({ value, context }: Planted): boolean {
  return findCredential(value, context) !== undefined
}

function wordsOf({ what, value, context }: Planted): string {
  const kind = findCredential(value, context)?.kind
  return `${what}: ${value.slice(0, 60)}${kind === undefined ? '' : ` -> ${kind}`}`
}
