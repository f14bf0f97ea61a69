import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatPath } from '../../src/model/place.ts'
import { resourceKey } from '../../src/model/resource.ts'
import type { Finding } from '../../src/verdict/finding.ts'
import { corpus, type CorpusName } from './corpora.ts'
import { verdictOf } from './estate.ts'

const CORPORA: readonly CorpusName[] = ['psa', 'boutique', 'goat', 'examples']

describe.each(CORPORA)('on the corpus %s', (name) => {
  const folder = corpus(name)

  it.skipIf(folder === undefined)('no field is blamed by two rules', { timeout: 120_000 }, () => {
    const blamed = new Map<string, Set<string>>()
    for (const finding of verdictOf(folder ?? '').findings) {
      const field = fieldOf(finding)
      blamed.set(field, (blamed.get(field) ?? new Set()).add(finding.rule.id))
    }
    const twice = [...blamed].filter(([, rules]) => rules.size > 1)
    expect(twice.map(([field, rules]) => `${field}: ${[...rules].join(', ')}`)).toEqual([])
  })

  it.skipIf(folder === undefined)(
    'every finding has an identity of its own',
    { timeout: 120_000 },
    () => {
      const ids = verdictOf(folder ?? '').findings.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    },
  )
})

describe('an object hardened to the restricted level', () => {
  it.each(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'])(
    'gets no finding as a %s',
    (kind) => {
      expect(messagesOf(hardened(kind))).toEqual([])
    },
  )
})

function fieldOf({ place, resource }: Finding): string {
  const { file } = place.document.source
  return `${file} ${place.document.node} ${resourceKey(resource)} ${formatPath(place.path)}`
}

function messagesOf(object: unknown): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-noise-'))
  writeFileSync(join(folder, 'object.json'), JSON.stringify(object))
  const { findings } = verdictOf(folder)
  rmSync(folder, { recursive: true })
  return findings.map(({ rule, message }) => `${rule.id}: ${message}`)
}

function hardened(kind: string): unknown {
  const template = { metadata: { labels: { app: 'web' } }, spec: podSpec(kind) }
  const job = { template }
  const isJob = kind.endsWith('Job')
  return {
    apiVersion: isJob ? 'batch/v1' : 'apps/v1',
    kind,
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      ...(isJob ? {} : { selector: { matchLabels: { app: 'web' } } }),
      ...(kind === 'CronJob' ? { schedule: '0 3 * * *', jobTemplate: { spec: job } } : job),
    },
  }
}

function podSpec(kind: string): unknown {
  const probe = { httpGet: { path: '/healthz', port: 8080 } }
  const isJob = kind.endsWith('Job')
  return {
    ...(isJob ? { restartPolicy: 'Never' } : {}),
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        name: 'web',
        image: `registry.example/web:1.4.2@sha256:${'0123456789abcdef'.repeat(4)}`,
        resources: {
          requests: { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '64Mi' },
          limits: { cpu: '500m', memory: '256Mi', 'ephemeral-storage': '128Mi' },
        },
        ...(isJob ? {} : { livenessProbe: probe, readinessProbe: probe }),
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      },
    ],
  }
}
