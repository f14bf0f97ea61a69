import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readSignals } from './signals.ts'

// The shape of both is that of their makers; what they say is invented.
const KEV = JSON.stringify({
  title: 'CISA Catalog of Known Exploited Vulnerabilities',
  catalogVersion: '2026.11.20',
  dateReleased: '2026-11-20T15:00:32.1234Z',
  count: 2,
  vulnerabilities: [
    {
      cveID: 'CVE-2026-0001',
      vendorProject: 'Acme',
      product: 'Left',
      vulnerabilityName: 'Acme Left Code Injection Vulnerability',
      dateAdded: '2026-11-02',
      shortDescription: 'It runs what it reads.',
      requiredAction: 'Apply mitigations per vendor instructions.',
      dueDate: '2026-11-23',
      knownRansomwareCampaignUse: 'Known',
      notes: '',
      cwes: ['CWE-94'],
    },
    { cveID: 'CVE-2026-0002', dateAdded: '2026-11-03', knownRansomwareCampaignUse: 'Unknown' },
  ],
})

const EPSS = [
  '#model_version:v2025.03.14,score_date:2026-11-20T12:55:00Z',
  'cve,epss,percentile',
  'CVE-2026-0001,0.94321,0.99871',
  'CVE-2026-0002,0.00042,0.05213',
  'CVE-2026-0003,often,0.5',
  '',
].join('\n')

describe('what is known of attacks', () => {
  it('is read from the catalogue of CISA', () => {
    expect(readSignals(Buffer.from(KEV))).toEqual({
      kind: 'kev',
      asOf: '2026-11-20',
      entries: [
        { id: 'CVE-2026-0001', added: '2026-11-02', forRansom: true },
        { id: 'CVE-2026-0002', added: '2026-11-03', forRansom: false },
      ],
    })
  })

  it.each([
    { name: 'plain', bytes: Buffer.from(EPSS) },
    { name: 'packed', bytes: gzipSync(EPSS) },
    { name: 'with the line ends of Windows', bytes: Buffer.from(EPSS.replaceAll('\n', '\r\n')) },
  ])('is read from the estimates of FIRST, $name', ({ bytes }) => {
    expect(readSignals(bytes)).toEqual({
      kind: 'epss',
      asOf: '2026-11-20',
      entries: [
        { id: 'CVE-2026-0001', probability: 0.94321, percentile: 0.99871 },
        { id: 'CVE-2026-0002', probability: 0.00042, percentile: 0.05213 },
      ],
    })
  })

  it.each([
    { name: 'nothing', bytes: Buffer.alloc(0) },
    { name: 'other JSON', bytes: Buffer.from('{"vulnerabilities":[{"id":1}]}') },
    { name: 'broken JSON', bytes: Buffer.from('{"vulnerabilities":[') },
    { name: 'another table', bytes: Buffer.from('a,b\n1,2\n') },
    { name: 'a cut archive', bytes: gzipSync(EPSS).subarray(0, 40) },
    {
      name: 'a damaged archive',
      bytes: Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.from('junk')]),
    },
  ])('is not read from $name', ({ bytes }) => {
    expect(readSignals(bytes)).toBeUndefined()
  })
})
