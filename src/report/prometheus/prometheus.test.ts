import { describe, expect, it } from 'vitest'
import { SHOP, UNREAD, verdictOf, withWaived, written } from '../../../test/report/verdicts.ts'
import { prometheus } from './prometheus.ts'

const shop = withWaived(verdictOf({ texts: SHOP, ...UNREAD }), 'limit-example')
const lines = written(prometheus, shop).split('\n')

describe('the Prometheus report', () => {
  it.each([
    { line: 'portolan_build_info{version="0.1.0"} 1' },
    {
      line: 'portolan_findings{stop="workloads",severity="high",state="open",owner="developer"} 2',
    },
    {
      line: 'portolan_findings{stop="workloads",severity="medium",state="waived",owner="developer"} 1',
    },
    {
      line: 'portolan_findings{stop="workloads",severity="critical",state="cannot-tell",owner="developer"} 1',
    },
    {
      line: 'portolan_findings{stop="workloads",severity="low",state="open",owner="partner"} 0',
    },
    { line: 'portolan_stop_state{stop="workloads",state="urgent"} 1' },
    { line: 'portolan_stop_state{stop="workloads",state="clear"} 0' },
    { line: 'portolan_stop_state{stop="cloud",state="not-examined"} 1' },
    { line: 'portolan_checks{stop="workloads"} 5' },
    { line: 'portolan_checks_examined{stop="workloads"} 4' },
    { line: 'portolan_checks_examined{stop="cloud"} 0' },
    { line: 'portolan_scan_duration_seconds 0.042' },
    { line: '# TYPE portolan_findings gauge' },
  ])('tells $line', ({ line }) => {
    expect(lines).toContain(line)
  })

  it('counts nothing of a stop that was not examined', () => {
    expect(lines.filter((line) => /^portolan_findings.*"cloud"/.test(line))).toEqual([])
  })
})
