import { describe, expect, it } from 'vitest'
import { writeFiles } from '../intake/estate.testing.ts'
import { run, type Ran } from './host.testing.ts'

const FILES = {
  'pod.yaml': `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { hostPID: true, containers: [{ name: web, image: 'registry.example/web:1.4.2' }] }
`,
}

function inFolder(...words: readonly string[]): Promise<Ran> {
  return run(['compliance', ...words], { workingFolder: writeFiles(FILES) })
}

describe('compliance', () => {
  it('lists the frameworks when none is named', async () => {
    const { stdout } = await inFolder()
    expect(stdout).toMatch(/^framework +controls +covered +rules +title\n/)
    expect(stdout).toMatch(/^cis-1\.12 \(cis\) +131 +\d+ +\d+ +CIS Kubernetes Benchmark 1\.12$/m)
    const { frameworks } = JSON.parse((await inFolder('-f', 'json')).stdout)
    expect(frameworks.find(({ id }: { id: string }) => id === 'owasp-k8s-2025')).toMatchObject({
      alias: 'owasp-k8s',
      controls: 10,
    })
  })

  it.each([
    { name: 'cis', id: 'cis-1.12' },
    { name: 'owasp-k8s', id: 'owasp-k8s-2025' },
    { name: 'nsa', id: 'nsa' },
    { name: 'BSI-APP-4.4', id: 'bsi-app-4.4' },
  ])('knows $name', async ({ name, id }) => {
    const { stdout } = await inFolder(name, '-f', 'json')
    expect(JSON.parse(stdout).framework.id).toBe(id)
  })

  it('judges one namespace when one is named', async () => {
    const { stdout } = await inFolder('pss', '-n', 'other', '-f', 'json')
    const { controls, counts } = JSON.parse(stdout)
    expect(controls).toHaveLength(19)
    expect(counts['not-examined']).toBe(19)
  })

  it('names the nearest framework when there is none of that name', async () => {
    const { stderr } = await inFolder('stig')
    expect(stderr).toContain('compliance does not know "stig".')
    expect(stderr).toContain('Did you mean "stig-v2r3"?')
  })

  it('tells an interruption', async () => {
    const folder = writeFiles(FILES)
    const machine = { workingFolder: folder, interruptible: () => undefined }
    const { exitCode, stdout } = await run(['compliance', 'nsa'], machine)
    expect({ exitCode, stdout }).toEqual({ exitCode: 130, stdout: '' })
  })
})

describe('rules', () => {
  it('tells what each rule answers to, what its topic answers to included', async () => {
    const { stdout } = await run(['rules', '-f', 'json'])
    const { rules } = JSON.parse(stdout)
    const rule = rules.find(({ id }: { id: string }) => id === 'host-pid')
    expect(rule).toMatchObject({ stop: 'workloads', topic: 'host-access', severity: 'high' })
    expect(rule.controls).toMatchObject({ nsa: ['A4'], 'cis-1.12': ['5.2.3'] })
  })
})
