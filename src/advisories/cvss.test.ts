import { describe, expect, it } from 'vitest'
import { worstOf } from './cvss.ts'

// The scores that FIRST publishes for these vectors: the guide to CVSS 2, the examples of 3.1 and of 4.0.
const PUBLISHED = [
  { type: 'CVSS_V2', vector: 'AV:N/AC:L/Au:N/C:N/I:N/A:C', score: 7.8, level: 'high' },
  { type: 'CVSS_V2', vector: 'AV:N/AC:L/Au:N/C:C/I:C/A:C', score: 10, level: 'high' },
  { type: 'CVSS_V2', vector: 'AV:L/AC:H/Au:N/C:C/I:C/A:C', score: 6.2, level: 'medium' },
  {
    type: 'CVSS_V3',
    vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N',
    score: 6.4,
    level: 'medium',
  },
  {
    type: 'CVSS_V3',
    vector: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N',
    score: 3.1,
    level: 'low',
  },
  {
    type: 'CVSS_V3',
    vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H',
    score: 9.9,
    level: 'critical',
  },
  {
    type: 'CVSS_V3',
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N',
    score: 7.5,
    level: 'high',
  },
  {
    type: 'CVSS_V3',
    vector: 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    score: 9.8,
    level: 'critical',
  },
  {
    type: 'CVSS_V3',
    vector: 'CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:N',
    score: 0,
    level: 'none',
  },
  {
    type: 'CVSS_V4',
    vector: 'CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
    score: 7.3,
    level: 'high',
  },
  {
    type: 'CVSS_V4',
    vector: 'CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
    score: 7.7,
    level: 'high',
  },
  {
    type: 'CVSS_V4',
    vector: 'CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N',
    score: 8.3,
    level: 'high',
  },
  {
    type: 'CVSS_V4',
    vector: 'CVSS:4.0/AV:L/AC:L/AT:N/PR:N/UI:A/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N',
    score: 4.6,
    level: 'medium',
  },
  {
    type: 'CVSS_V4',
    vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H',
    score: 10,
    level: 'critical',
  },
]

describe('a severity', () => {
  it.each(PUBLISHED)('of $vector is $score', ({ type, vector, score, level }) => {
    expect(worstOf([{ type, score: vector }])).toEqual({ level, score, text: vector })
  })

  it('is the worst of several, and a word where there is no vector', () => {
    const low = { type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N' }
    const high = { type: 'CVSS_V2', score: 'AV:N/AC:L/Au:N/C:N/I:N/A:C' }
    expect(worstOf([low, high])?.score).toBe(7.8)
    expect(worstOf([{ type: 'Ubuntu', score: 'negligible' }])?.level).toBe('low')
    expect(worstOf([low, { type: 'Ubuntu', score: 'Critical' }])?.level).toBe('critical')
  })

  it.each(['', 'CVSS:3.1/AV:N', 'CVSS:9.9/AV:N', 'very bad', '7.5'])(
    'that cannot be read is not known: %j',
    (score) => {
      expect(worstOf([{ type: 'CVSS_V3', score }])).toBeUndefined()
    },
  )
})
