import { describe, expect, it } from 'vitest'
import { SHOP, UNREAD, verdictOf, withWaived, written } from '../../../test/report/verdicts.ts'
import { prometheus } from './prometheus.ts'

const at = 'w.yaml:1:1'
const terms = { id: 'W-1', source: 'file', at, owner: 'a', rule: { id: 'limit-example' } } as const
const use = (standing: 'in force' | 'expired', expires: string) => ({
  waiver: { ...terms, expires },
  standing,
  covers: 1,
  lifts: 0,
})
const shop = {
  ...withWaived(verdictOf({ texts: SHOP, ...UNREAD }), 'limit-example'),
  waivers: [
    use('in force', '2027-01-31'),
    use('in force', '2026-12-31'),
    use('expired', '2026-01-01'),
  ],
}
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
    { line: 'portolan_waivers{state="in-force"} 2' },
    { line: 'portolan_waivers{state="expired"} 1' },
    { line: 'portolan_waivers{state="locked"} 0' },
    {
      line: `portolan_waiver_next_expiry_timestamp_seconds ${Date.UTC(2027, 0, 1) / 1000}`,
    },
    { line: `portolan_last_scan_timestamp_seconds ${Date.UTC(2026, 10, 24) / 1000}` },
    { line: '# TYPE portolan_findings gauge' },
  ])('tells $line', ({ line }) => {
    expect(lines).toContain(line)
  })

  it('counts nothing of a stop that was not examined', () => {
    expect(lines.filter((line) => /^portolan_findings.*"cloud"/.test(line))).toEqual([])
  })
})
