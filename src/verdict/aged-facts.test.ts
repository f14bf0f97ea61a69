import { describe, expect, it } from 'vitest'
import { runOf, written } from '../../test/report/verdicts.ts'
import { estateOf } from '../intake/estate.testing.ts'
import { json } from '../report/json/json.ts'
import { text } from '../report/text/text.ts'
import { CATALOGUE } from '../rules/catalogue.ts'
import { judgeSurvey, type Verdict } from './verdict.ts'

const KUBEADM =
  'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: v1.37.1\n'
const NODE =
  'apiVersion: v1\nkind: Node\nmetadata: {name: a, labels: {k8s.scaleway.com/managed: "true"}}\nstatus: {nodeInfo: {kubeletVersion: v1.36.4}}\n'
const WEB = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\n'

describe('facts that age', () => {
  it('are told with their day where a version was judged', () => {
    expect(factsLines(verdictOn('2026-12-01'))).toEqual([
      'Facts           Releases of Kubernetes: read 2026-11-23, 8 days old',
    ])
  })

  it('are warned about from the day on which they are too old', () => {
    expect(staleOn('2027-01-22')).toEqual([])
    expect(staleOn('2027-01-23')).toEqual(['Releases of Kubernetes'])
    expect(factsLines(verdictOn('2027-01-23'))[0]).toBe(
      'Facts           Releases of Kubernetes: read 2026-11-23, 61 days old, which is too old (60 days at most): a newer',
    )
  })

  it('are those of the provider under its offering', () => {
    const { facts } = verdictOn('2026-12-01', NODE)
    expect(facts.map(({ title }) => title)).toContain('Versions of Kubernetes at Scaleway')
    expect(facts.map(({ title }) => title)).not.toContain('Versions of Kubernetes at Amazon EKS')
  })

  it('are no news where nothing of the kind was judged', () => {
    expect(verdictOn('2027-06-01', WEB).facts).toEqual([])
    expect(written(json, verdictOn('2027-06-01', WEB))).not.toContain('"facts"')
  })

  it('are members of the report for programs', () => {
    expect(written(json, verdictOn('2027-01-23'))).toContain(
      '{"title":"Releases of Kubernetes","source":"https://kubernetes.io/releases/","read":"2026-11-23","holdsDays":60,"ageDays":61,"stale":true}',
    )
  })
})

function verdictOn(today: string, file = KUBEADM): Verdict {
  return judgeSurvey(estateOf({ 'cluster.yaml': file }, { today }), CATALOGUE)
}

function staleOn(today: string): readonly string[] {
  return verdictOn(today)
    .facts.filter(({ isStale }) => isStale)
    .map(({ title }) => title)
}

function factsLines(verdict: Verdict): readonly string[] {
  const lines = written(text, verdict, runOf()).split('\n')
  const first = lines.findIndex((line) => line.startsWith('Facts '))
  return lines.slice(first, lines.indexOf('', first))
}
