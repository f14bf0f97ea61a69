import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

// What only a process of its own can show: links, pipes that close, Ctrl-C, stored code. Needs a build.

const ROOT = join(import.meta.dirname, '..', '..')
const PORTOLAN = join(ROOT, 'bin', 'portolan')
const ENV = { PATH: process.env['PATH'] }

const podOf = (name: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  hostPID: true
  containers: [{ name: web, image: 'registry.example/web:1.4.2' }]
---
`
const MANY_PODS = Array.from({ length: 10_000 }, (_, index) => podOf(`pod-${index}`)).join('')

function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'portolan-process-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function run(program: string, args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    env: ENV,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('the program', () => {
  it('runs from any folder and through a link', () => {
    const folder = temporaryFolder()
    symlinkSync(PORTOLAN, join(folder, 'link'))
    const ran = run(join(folder, 'link'), ['version'], folder)
    expect(ran).toMatchObject({ status: 0, stderr: '' })
    expect(ran.stdout).toMatch(/^portolan \d/)
  })

  it('tells how to build it when it is not built', () => {
    const folder = temporaryFolder()
    cpSync(join(ROOT, 'bin'), join(folder, 'bin'), { recursive: true })
    const ran = run(join(folder, 'bin', 'portolan'), ['version'], folder)
    expect(ran).toMatchObject({ status: 4, stdout: '' })
    expect(ran.stderr).toContain('npm ci && npm run build')
  })

  it('does without stored code that this Node refuses', () => {
    const folder = temporaryFolder()
    for (const part of ['bin', 'dist'])
      cpSync(join(ROOT, part), join(folder, part), { recursive: true })
    for (const chunk of ['main', 'scan-command']) {
      writeFileSync(join(folder, 'dist', `${chunk}.cache`), 'of another age')
    }
    writeFileSync(join(folder, 'pod.yaml'), podOf('web'))
    const ran = run(
      join(folder, 'bin', 'portolan'),
      ['scan', 'pod.yaml', '--rule', 'host-pid'],
      folder,
    )
    expect(ran).toMatchObject({ status: 1, stderr: '' })
  })

  it('ends quietly, with its own exit code, when nobody reads on', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'pods.yaml'), MANY_PODS)
    const args = [PORTOLAN, 'scan', '-f', 'json', '-q', '--rule', 'host-pid']
    const child = spawn(process.execPath, args, { cwd: folder, env: ENV })
    const errors: string[] = []
    child.stderr.on('data', (chunk) => errors.push(String(chunk)))
    child.stdout.once('data', () => child.stdout.destroy())
    expect(await ended(child)).toBe(1)
    expect(errors.join('')).toBe('')
  })

  it.each([
    { name: 'waits for a pipe', target: '-' },
    { name: 'works', target: 'pods.yaml' },
  ])('says what an interruption means while it $name', async ({ target }) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'pods.yaml'), MANY_PODS.repeat(20))
    let ran = await interrupted(folder, target, 200)
    // On a busy machine the signal may come before the program is there to hear it.
    for (const afterMs of [400, 800, 1600]) {
      if (ran.status === null) ran = await interrupted(folder, target, afterMs)
    }
    expect(ran.status).toBe(130)
    expect(ran.stderr).toContain('(INTERRUPTED)')
  })
})

async function interrupted(folder: string, target: string, afterMs: number) {
  const child = spawn(process.execPath, [PORTOLAN, 'scan', target], { cwd: folder, env: ENV })
  const errors: string[] = []
  child.stderr.on('data', (chunk) => errors.push(String(chunk)))
  setTimeout(() => child.kill('SIGINT'), afterMs)
  return { status: await ended(child), stderr: errors.join('') }
}

function ended(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve) => {
    child.on('close', (code) => resolve(code))
  })
}
