import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { estateIn, estateOf } from '../intake/estate.testing.ts'
import { OFFERINGS, type Provider } from '../model/offering.ts'
import { CATALOGUE } from '../rules/catalogue.ts'
import type { Rule } from '../rules/rule.ts'
import { stopOf, topicOf } from '../rules/topics.ts'
import type { Finding } from './finding.ts'
import { responsibilityOf } from './responsibility.ts'
import { judgeSurvey } from './verdict.ts'

const RULES = CATALOGUE.filter((rule) => stopOf(rule) === 'cluster')
const MANAGED = OFFERINGS.filter((offering) => offering !== 'self-managed')

// Each rule is shown what is wrong by its own book, under each offering.
it.each(MANAGED)('asks nobody for what the provider owns on %s', (offering) => {
  const asked = RULES.flatMap((rule) => findingsOn(rule, offering))
  expect(asked.filter(({ duty }) => duty === 'provider').map(wordsOf)).toEqual([])
  expect(asked.filter(({ rule }) => topicOf(rule).duty === 'controlPlane').map(wordsOf)).toEqual([])
})

it('finds of every rule its fault where the customer runs all', () => {
  const silent = RULES.filter((rule) => findingsOn(rule, 'self-managed').length === 0)
  expect(silent.map(({ id }) => id)).toEqual(MANAGED_ONLY)
})

// Where no provider has machines, none can be strange to it.
const MANAGED_ONLY = ['node-unmanaged']

it('tells where an estate took a duty over', () => {
  const pool = 'resource "scaleway_k8s_pool" "a" {\n  kubelet_args = { max-pods = 50 }\n}\n'
  const verdict = judgeSurvey(estateOf({ 'main.tf': pool }, { offering: 'kapsule' }), CATALOGUE)
  const lines = responsibilityOf(['kapsule', 'gke'], verdict).lines
  const kubelet = lines.find(({ id }) => id === 'kubelet')
  expect(kubelet?.cells.map(({ party }) => party)).toEqual(['architect', 'provider'])
  expect(kubelet?.flips).toContain('So it is here: main.tf:2.')
})

function findingsOn(rule: Rule, offering: Provider): readonly Finding[] {
  const folder = join(import.meta.dirname, '..', 'rules', 'cluster', rule.id)
  const estate = estateIn(folder, { targets: [badExample(folder)], offering })
  return judgeSurvey(estate, [rule]).findings
}

function badExample(folder: string): string {
  if (existsSync(join(folder, 'bad'))) return 'bad'
  return readdirSync(folder).find((file) => file.startsWith('bad.')) ?? 'bad'
}

function wordsOf({ rule, message }: Finding): string {
  return `${rule.id}: ${message}`
}
