import { describe, expect, it } from 'vitest'
import { DUTIES } from '../model/duty.data.ts'
import { OFFERINGS } from '../model/offering.ts'
import { run } from './host.testing.ts'

const SHARED = Buffer.from(`apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec:
  hostPID: true
  containers:
    - {name: web, image: registry.example/web:1.0.0}
`)
const piped = { readStdin: () => Promise.resolve(SHARED) }

const jsonOf = async (words: readonly string[], machine = {}) =>
  JSON.parse((await run(['responsibility', '-f', 'json', ...words], machine)).stdout)

describe('portolan responsibility', () => {
  it('tells every duty under every offering when none is known', async () => {
    const { offerings, lines } = await jsonOf([])
    expect(offerings).toEqual([...OFFERINGS])
    expect(lines.map((line: { id: string }) => line.id)).toEqual(Object.keys(DUTIES))
  })

  it.each([
    { words: ['--provider', 'kapsule'], offerings: ['kapsule'] },
    { words: ['--provider', 'kapsule', '--all'], offerings: [...OFFERINGS] },
    { words: ['--provider', 'aks', '-'], offerings: ['aks'] },
    { words: ['-'], offerings: [...OFFERINGS] },
  ])('tells $offerings for $words', async ({ words, offerings }) => {
    expect((await jsonOf(words, piped)).offerings).toEqual(offerings)
  })

  it('counts the open findings of the topics of each duty, and says where no rule asked', async () => {
    const { lines } = await jsonOf(['-'], piped)
    const shown = (id: string) => lines.find((line: { id: string }) => line.id === id).shown
    expect(shown('podSpec').open.high).toBeGreaterThan(0)
    expect(shown('thirdParties').open).toEqual({ critical: 0, high: 0, medium: 0, low: 0 })
    expect(shown('dataCentre')).toEqual({ kind: 'not-examined' })
  })

  it('marks what a provider does not spell out, and tells what moves a duty', async () => {
    const { stdout } = await run(['responsibility', '--provider', 'gke'])
    expect(stdout).toMatch(/^Encryption of Secrets in etcd +provider\*$/m)
    expect(stdout).toContain('* not spelled out by the provider, inferred')
    expect(stdout).toContain('Kubelet and container runtime: Kubelet arguments of one')
  })

  it('fits every line of a table on the screen it is for', async () => {
    const { stdout } = await run(['responsibility', '-', '--width', '100'], piped)
    const lines = stdout.split('\n').filter((line) => !line.includes('https://'))
    expect(lines.filter((line) => line.length > 100)).toEqual([])
  })

  it('writes a table in Markdown', async () => {
    const { stdout } = await run(['responsibility', '--provider', 'eks', '-f', 'markdown'])
    expect(stdout).toContain('| duty | Amazon EKS |\n| --- | --- |\n')
    expect(stdout).toContain(String.raw`| Backup of etcd | provider\* |`)
  })

  it('is incomplete when the estate could not be read', async () => {
    const machine = { readStdin: () => Promise.resolve(Buffer.from('a: [')) }
    const { exitCode, stderr } = await run(['responsibility', '-'], machine)
    expect(exitCode).toBe(3)
    expect(stderr).toContain('not all of the estate could be examined')
  })
})
