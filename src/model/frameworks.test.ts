import { describe, expect, it } from 'vitest'
import { FRAMEWORK_IDS } from './framework.ts'
import { FRAMEWORKS } from './frameworks.data.ts'
import { findControl, listControls } from './frameworks.ts'

describe.each(FRAMEWORK_IDS.map((id) => ({ id })))('$id', ({ id }) => {
  const framework = FRAMEWORKS[id]

  it('has its facts in order', () => {
    expect(framework.id).toBe(id)
    expect(framework.url).toMatch(/^https:\/\/[a-z0-9.-]+\/\S*$/)
    expect(framework.read).toMatch(/^\d{4}-\d\d-\d\d$/)
    for (const { title, url, scope } of listControls(id)) {
      expect(title).toMatch(/^\S.{4,90}[^.\s]$/)
      expect(url).toMatch(/^https:\/\/[a-z0-9.-]+\/[^\s()]*$/)
      expect(new Set(scope).size).toBe(scope.length)
      expect(scope.length).toBeGreaterThan(0)
    }
  })

  it('has each control once', () => {
    const ids = framework.sections.flatMap(({ controls }) => Object.keys(controls))
    expect(new Set(ids).size).toBe(ids.length)
    expect(listControls(id).map((control) => control.id)).toEqual(ids)
  })
})

describe('a framework', () => {
  // How many controls each edition has, counted at its source.
  it.each([
    { id: 'cis-1.12', controls: 131 },
    { id: 'pss', controls: 19 },
    { id: 'owasp-k8s-2022', controls: 10 },
    { id: 'owasp-k8s-2025', controls: 10 },
    { id: 'ms-threat-matrix', controls: 40 },
    { id: 'mitre-containers', controls: 48 },
    { id: 'k8s-app-checklist', controls: 23 },
    { id: 'pci-containers', controls: 49 },
    { id: 'bsi-app-4.4', controls: 21 },
    { id: 'stig-v2r3', controls: 91 },
  ] as const)('is whole: $id', ({ id, controls }) => {
    expect(listControls(id)).toHaveLength(controls)
  })

  it('gives a control its own page, else that of its section, else its own', () => {
    expect(findControl('mitre-containers', 'T1552.007')?.url).toBe(
      'https://attack.mitre.org/techniques/T1552/007/',
    )
    expect(findControl('pss', 'runAsUser')?.url).toMatch(/#restricted$/)
    expect(findControl('nsa', 'A1')?.url).toBe(FRAMEWORKS.nsa.url)
    expect(findControl('nsa', 'A9')).toBeUndefined()
  })
})
