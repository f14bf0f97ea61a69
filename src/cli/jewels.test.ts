import { describe, expect, it } from 'vitest'
import { writeFiles } from '../intake/estate.testing.ts'
import { run, type Ran } from './host.testing.ts'

const pod = (name: string, more: string): string => `apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: shop, labels: { app: ${name} } }
spec:
  ${more}
  containers: [{ name: main, image: registry.example/main:1.4.2 }]
`

const FILES = {
  '.git/HEAD': '',
  'deploy/a.yaml': pod('plain', 'hostPID: true'),
  'deploy/b.yaml': pod('plainer', 'hostPID: true'),
  'deploy/c.yaml': pod('bank', 'volumes: [{ name: v, secret: { secretName: payments-db } }]'),
  'deploy/d.yaml': pod('spy', 'hostNetwork: true'),
}
const RULES = '--rule host-pid,host-network,privilege-escalation'

function runWith(jewels: string, line: string): Promise<Ran> {
  const config = `version: 1\ncrownJewels: [${jewels}]`
  const workingFolder = writeFiles({ ...FILES, 'portolan.yaml': config })
  return run(line.split(' '), { workingFolder })
}

interface Told {
  readonly id: string
  readonly rule: string
  readonly severity: string
  readonly crownJewel?: string
  readonly resource: { readonly name: string }
  readonly place: { readonly file: string }
}

async function reportOf(
  jewels: string,
  more = '',
): Promise<{ readonly findings: readonly Told[]; readonly focus: readonly Told[] }> {
  return JSON.parse((await runWith(jewels, `scan ${RULES} -f json${more}`)).stdout)
}

describe('crown jewels', () => {
  it('put what concerns them first among what is equally bad, and tell why', async () => {
    const usual = await reportOf('')
    expect(usual.focus.map(({ rule }) => rule)).toEqual([
      'host-pid',
      'host-network',
      'privilege-escalation',
    ])
    const { focus } = await reportOf('{ namespace: shop, name: spy }')
    expect(focus.map(({ rule, crownJewel }) => [rule, crownJewel])).toEqual([
      ['host-network', 'shop/spy'],
      ['host-pid', undefined],
      ['privilege-escalation', 'shop/spy'],
    ])
    expect(focus[2]?.place.file).toBe('deploy/d.yaml')
  })

  it('change no severity, no identity and no state', async () => {
    const plain = ({ findings }: Awaited<ReturnType<typeof reportOf>>) =>
      findings.map((finding) => ({ ...finding, crownJewel: undefined }))
    expect(plain(await reportOf('{ kind: Pod }'))).toEqual(plain(await reportOf('')))
  })

  it.each([
    {
      name: 'a Secret that nobody read, by the pod that takes it',
      jewel: '{ kind: Secret, name: payments-* }',
      concerns: ['bank'],
    },
    { name: 'labels', jewel: '{ labels: { app: s* } }', concerns: ['spy'] },
    { name: 'files', jewel: '{ path: deploy/a.yaml }', concerns: ['plain'] },
    {
      name: 'all of a namespace',
      jewel: '{ namespace: shop }',
      concerns: ['bank', 'plain', 'plainer', 'spy'],
    },
    { name: 'a kind that is not there', jewel: '{ kind: Service }', concerns: [] },
  ])('know $name', async ({ jewel, concerns }) => {
    const { findings } = await reportOf(jewel)
    const names = findings.filter((one) => one.crownJewel !== undefined)
    expect([...new Set(names.map(({ resource }) => resource.name))].toSorted()).toEqual(concerns)
  })

  it('that nothing is or takes are told', async () => {
    const { stdout, stderr } = await runWith(
      '{ kind: Secret, name: paymnts-* }',
      `scan ${RULES} -f json`,
    )
    expect(stderr).toContain(
      'note: nothing that was read is the crown jewel Secret paymnts-* (portolan.yaml:2:1)\n',
    )
    expect(JSON.parse(stdout).run.missingJewels).toEqual([
      { words: 'Secret paymnts-*', at: 'portolan.yaml:2:1' },
    ])
  })

  it.each(['text', 'markdown'])('are named in the %s report', async (format) => {
    const { stdout } = await runWith(
      '{ kind: Secret, name: payments-* }',
      `scan ${RULES} -f ${format}`,
    )
    expect(stdout).toContain('crown jewel: Secret payments-')
  })

  it('are told by a saved report too', async () => {
    const { stdout } = await runWith('{ name: spy }', `scan ${RULES} -f json`)
    const piped = { readStdin: () => Promise.resolve(Buffer.from(stdout)) }
    const again = await run(['report', '-', '-f', 'json'], piped)
    expect(again.stdout).toBe(stdout)
  })

  it('without anything to tell them by are refused', async () => {
    const { exitCode, stderr } = await runWith('{}', 'scan')
    expect(exitCode).toBe(2)
    expect(stderr).toContain('portolan.yaml:2:15: crownJewels[0] does not fit.')
  })
})
