import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEstate } from '../../intake/read-estate.ts'
import { readYaml } from '../../intake/yaml/read-yaml.ts'
import { NEWEST_KUBERNETES } from '../../model/version.ts'
import { loadGuides } from '../../rules/guides.ts'
import { TOPICS } from '../../rules/topics.ts'
import { configure } from './configure.ts'
import { applied } from './overlay.ts'
import { sceneOf } from './scene.testing.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')

const { scene } = readEstate({
  targets: ['examples/harbour'],
  workingFolder: ROOT,
  skipPaths: [],
  readStdin: () => new Uint8Array(),
  kubernetes: NEWEST_KUBERNETES,
  offering: undefined,
  today: '2026-11-24',
})

const guides = loadGuides()
const topics = [...TOPICS.keys()]

describe('the configuration for harbour', () => {
  it.each([
    // The selector says "store-front"; which pods were meant only its owner knows.
    { topic: 'isolation', left: ['net-policy-selects-nothing'] },
    { topic: 'egress', left: [] },
    // node-exporter and the log shipper need the node: monitoring was made privileged on purpose.
    { topic: 'namespaces', left: ['pod-security-privileged'] },
    // The newsletter names no namespace.
    {
      topic: 'resources',
      left: [
        'no-cpu-limit',
        'no-cpu-request',
        'no-ephemeral-storage-limit',
        'no-memory-limit',
        'no-memory-request',
      ],
    },
    // The newsletter again, and a token in a Secret that a person has to replace.
    { topic: 'account-tokens', left: ['idn-default-sa', 'idn-legacy-token'] },
    // What the clear class holds has to be copied before the class can go.
    { topic: 'storage-encryption', left: ['sc-encrypt'] },
  ])('leaves of $topic what no configuration can close', ({ topic, left }) => {
    const [configuration] = configure([topic], scene, guides)
    const rules = new Set(configuration?.left.map(({ rule }) => rule))
    expect([...rules].toSorted()).toEqual(left)
  })

  it('lets cert-manager issue what open hosts lack, in the words of the estate', () => {
    const [configuration] = configure(['encryption-in-transit'], scene, guides)
    expect(configuration?.left.map(({ rule }) => rule)).not.toContain('ing-no-tls')
    expect(configuration?.text).toContain('secretName: www-harbour-example-tls')
    expect(configuration?.text).toContain('cert-manager.io/cluster-issuer: letsencrypt')
  })

  it('is read by our own reader as the very objects that were drafted', () => {
    for (const { text, chapters } of configure(topics, scene, guides)) {
      const { documents, faults } = readYaml({ file: 'configuration.yaml', text })
      expect(faults).toEqual([])
      const manifests = chapters.flatMap((chapter) => chapter.manifests)
      expect(documents.map(({ value }) => value)).toEqual(manifests)
    }
  })

  it('has nothing to add to an estate that has it', () => {
    const first = configure(topics, scene, guides)
    const done = first.reduce((estate, { text }) => applied(estate, text), scene)
    const second = configure(topics, done, guides)
    const again = second.flatMap(({ topic, chapters }) => (chapters.length > 0 ? [topic] : []))
    expect(again).toEqual([])
  })

  it('never repeats a value of a Secret, a ConfigMap or a workload', () => {
    const kinds = configure(topics, scene, guides).flatMap(({ chapters }) =>
      chapters.flatMap(({ manifests }) => manifests.map(({ kind }) => kind)),
    )
    expect(kinds.length).toBeGreaterThan(20)
    const refused = ['Secret', 'ConfigMap', 'Deployment', 'StatefulSet', 'Pod', 'CronJob']
    expect(kinds.filter((kind) => typeof kind === 'string' && refused.includes(kind))).toEqual([])
  })

  it('withholds an object that holds a credential, and says so', () => {
    const annotated = sceneOf(
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  annotations: {db-password: Xk29fhq7Lw0Zt4}\n',
    )
    const [configuration] = configure(['namespaces'], annotated, guides)
    expect(configuration?.chapters).toEqual([])
    expect(configuration?.text).not.toContain('Xk29fhq7Lw0Zt4')
    expect(configuration?.text).toContain('holds what looks like a credential: Namespace "shop"')
  })

  it('shows an example only as a comment', () => {
    const [configuration] = configure(['secrets'], scene, guides)
    expect(configuration?.chapters).toEqual([])
    expect(configuration?.text).toContain('# kind: ExternalSecret\n')
    expect(configuration?.text.split('\n').filter((line) => !/^#|^$/.test(line))).toEqual([])
  })
})
