import { describe, expect, it } from 'vitest'
import { PARTS } from '../app/explain.ts'
import { run } from './host.testing.ts'

const told = async (...flags: readonly string[]): Promise<readonly string[]> =>
  (await run(['explain', 'root-container', ...flags])).stdout.split('\n')

describe('an explanation on a terminal', () => {
  it('has the eight parts as headings, in the order of the persona', async () => {
    const isPart = (line: string): boolean => PARTS.some((name) => name === line)
    expect((await told()).filter(isPart)).toEqual(PARTS)
    const boss = (await told('--persona', 'boss')).filter(isPart)
    expect(boss[0]).toBe('Why it matters')
    expect(boss.toSorted()).toEqual([...PARTS].toSorted())
  })

  it('keeps prose within the width, and code as it is', async () => {
    const lines = await told('--width', '60')
    const start = lines.indexOf('Apply')
    const code = lines.slice(start + 1, lines.indexOf('What it restricts'))
    expect(code).toContain('            runAsNonRoot: true')
    const prose = [...lines.slice(0, start), ...lines.slice(start + 1 + code.length)]
    for (const line of prose.filter((text) => !text.includes('<http'))) {
      expect(line.length).toBeLessThan(61)
    }
  })

  it('shows no Markdown but backquotes', async () => {
    const lines = (await told()).join('\n')
    expect(lines).not.toMatch(/\*\*|```|\]\(|^#/m)
  })

  it('is ASCII when that is asked for', async () => {
    expect((await told('--ascii')).join('\n')).toMatch(/^[\n -~]*$/)
  })

  it('is JSON and Markdown too', async () => {
    const json: unknown = JSON.parse((await told('-f', 'json')).join('\n'))
    expect(json).toMatchObject({ id: 'root-container', fixable: true, severity: 'high' })
    expect((await told('-f', 'md'))[0]).toBe('# Container may run as root')
  })
})
