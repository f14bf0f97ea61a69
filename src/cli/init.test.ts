import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles } from '../intake/estate.testing.ts'
import { run, type Ran } from './host.testing.ts'
import type { Host } from './host.ts'

const POD = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  hostPID: true
  containers: [{ name: web, image: registry.example/web:1.4.2 }]
`

function runIn(folder: string, line: string, machine: Partial<Host> = {}): Promise<Ran> {
  return run(line.split(' '), { workingFolder: folder, ...machine })
}

function answering(answers: readonly (string | undefined)[], asked: string[]): Host['ask'] {
  return (question) => {
    asked.push(question)
    return Promise.resolve(answers[asked.length - 1])
  }
}

describe('portolan init', () => {
  it('writes what makes the next scan pass, and fail for one new fault', async () => {
    const folder = writeFiles({ 'deploy/pod.yaml': POD, '.github/CODEOWNERS': '* @a' })
    const done = await runIn(folder, 'init --yes deploy')
    expect(done.exitCode).toBe(0)
    expect(done.stdout).toContain('+++ b/portolan.yaml\n@@ -0,0 +1,')
    expect(done.stderr).toContain(
      'wrote portolan.yaml, .portolan/baseline.json, .github/workflows/portolan.yml',
    )
    const first = await runIn(folder, 'scan')
    expect({ exitCode: first.exitCode, stderr: first.stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(first.stdout).toContain('0 new, 0 gone')
    const worse = writeFiles({
      'deploy/pod.yaml': POD.replace('hostPID: true', 'hostPID: true\n  hostIPC: true'),
      'portolan.yaml': readFileSync(join(folder, 'portolan.yaml'), 'utf8'),
      '.portolan/baseline.json': readFileSync(join(folder, '.portolan/baseline.json'), 'utf8'),
    })
    const second = await runIn(worse, 'scan')
    expect(second.exitCode).toBe(1)
    expect(second.stdout).toContain('failed: 1 new at or above high')
  })

  it('settles for the coverage that there is', async () => {
    const folder = writeFiles({ 'a.yaml': POD, 'b.yaml': 'apiVersion: v1\nkind: [' })
    expect((await runIn(folder, 'init --yes')).exitCode).toBe(0)
    expect(readFileSync(join(folder, 'portolan.yaml'), 'utf8')).toContain('coverageMin: 50')
    expect((await runIn(folder, 'scan')).exitCode).toBe(0)
  })

  it('shows and writes nothing without a terminal or --yes', async () => {
    const folder = writeFiles({ 'pod.yaml': POD })
    const { exitCode, stdout, stderr } = await runIn(folder, 'init')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('+version: 1')
    expect(stderr).toContain('nothing was written')
    expect(existsSync(join(folder, 'portolan.yaml'))).toBe(false)
  })

  it('overwrites nothing', async () => {
    const mine = 'version: 1 # mine\n'
    const folder = writeFiles({ 'pod.yaml': POD, 'portolan.yaml': mine })
    const { stderr } = await runIn(folder, 'init --yes')
    expect(stderr).toContain('portolan.yaml is there already')
    expect(readFileSync(join(folder, 'portolan.yaml'), 'utf8')).toBe(mine)
  })

  it('asks at most five questions', async () => {
    const folder = writeFiles({ 'pod.yaml': POD })
    const asked: string[] = []
    const ask = answering(['kapsule', 'medium', 'no', 'gitlab', 'y'], asked)
    expect((await runIn(folder, 'init', { ask })).exitCode).toBe(0)
    expect(asked).toHaveLength(5)
    expect(readFileSync(join(folder, 'portolan.yaml'), 'utf8')).toBe(
      'version: 1\nprofile: restricted\nprovider: kapsule\ntargets:\n  - path: "."\ngate:\n  failOn: medium\n',
    )
    expect(existsSync(join(folder, '.gitlab/portolan.gitlab-ci.yml'))).toBe(true)
    expect(existsSync(join(folder, '.portolan'))).toBe(false)
  })

  it.each([
    { name: 'no to the last question', answers: ['', '', '', '', 'n'], exitCode: 0 },
    { name: 'Ctrl-C', answers: [undefined], exitCode: 130 },
  ])('writes nothing after $name', async ({ answers, exitCode }) => {
    const folder = writeFiles({ 'pod.yaml': POD })
    const done = await runIn(folder, 'init', { ask: answering(answers, []) })
    expect(done.exitCode).toBe(exitCode)
    expect(existsSync(join(folder, 'portolan.yaml'))).toBe(false)
  })

  it('says 3 where there is nothing', async () => {
    const folder = writeFiles({ 'readme.md': '' })
    expect((await runIn(folder, 'init --yes')).exitCode).toBe(3)
    expect(existsSync(join(folder, 'portolan.yaml'))).toBe(false)
  })
})
