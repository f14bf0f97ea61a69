import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEstate } from '../../intake/read-estate.ts'
import { readYaml } from '../../intake/yaml/read-yaml.ts'
import { NEWEST_KUBERNETES } from '../../model/version.ts'
import { loadGuides } from '../../rules/guides.ts'
import { loadPages } from '../../rules/pages.ts'
import { TOPICS } from '../../rules/topics.ts'
import { reasonsOf, removalText } from './configuration-text.ts'
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

const library = { guides: loadGuides(), pages: loadPages() }
const topics = [...TOPICS.keys()]

describe('the configuration for harbour', () => {
  it.each(topics.map((topic) => ({ topic })))(
    'leaves of $topic nothing but what only its owner can know',
    ({ topic }) => {
      const [configuration] = configure([topic], scene, { library }).configurations
      const undone = configuration?.left.filter(({ kind }) => kind === 'undone') ?? []
      expect(undone.map(({ rule }) => rule)).toEqual(CLOSED_BY_OTHER_TOPICS.get(topic) ?? [])
    },
  )

  it('lets cert-manager issue what open hosts lack, in the words of the estate', () => {
    const [configuration] = configure(['encryption-in-transit'], scene, { library }).configurations
    expect(configuration?.left.map(({ rule }) => rule)).not.toContain('ing-no-tls')
    expect(configuration?.text).toContain('secretName: www-harbour-example-tls')
    expect(configuration?.text).toContain('cert-manager.io/cluster-issuer: letsencrypt')
  })

  it('is read by our own reader as the very objects that were drafted', () => {
    for (const { text, chapters } of configure(topics, scene, { library }).configurations) {
      const { documents, faults } = readYaml({ file: 'configuration.yaml', text })
      expect(faults).toEqual([])
      const manifests = chapters.flatMap((chapter) => chapter.manifests)
      expect(documents.map(({ value }) => value)).toEqual(manifests)
    }
  })

  it('has nothing to add to an estate that has it', () => {
    const first = configure(topics, scene, { library }).configurations
    const done = first.reduce(
      (estate, draft) => applied(estate, draft.text, removalText(draft)),
      scene,
    )
    const second = configure(topics, done, { library }).configurations
    const again = second.flatMap(({ topic, chapters }) => (chapters.length > 0 ? [topic] : []))
    expect(again).toEqual([])
  })

  it('never repeats what is in a Secret or a ConfigMap, nor a credential of a workload', () => {
    const configurations = configure(topics, scene, { library }).configurations
    const text = configurations.map((one) => one.text).join('')
    for (const secret of SECRETS_OF_HARBOUR) expect(text).not.toContain(secret)
    const kinds = configurations.flatMap(({ chapters }) =>
      chapters.flatMap(({ manifests }) => manifests.map(({ kind }) => kind)),
    )
    expect(kinds.length).toBeGreaterThan(60)
    expect(kinds).not.toContain('Secret')
    expect(kinds).not.toContain('ConfigMap')
  })

  it('withholds an object that holds a credential, and says so', () => {
    const annotated = sceneOf(
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  annotations: {db-password: Xk29fhq7Lw0Zt4}\n',
    )
    const [configuration] = configure(['namespaces'], annotated, { library }).configurations
    expect(configuration?.chapters).toEqual([])
    expect(configuration?.text).not.toContain('Xk29fhq7Lw0Zt4')
    expect(configuration?.text).toContain('holds what looks like a credential: Namespace "shop"')
  })

  it('shows an example only as a comment', () => {
    const [configuration] = configure(['images'], scene, { library }).configurations
    expect(configuration?.chapters).toEqual([])
    expect(configuration?.text).toContain('# kind: Deployment\n')
    expect(configuration?.text.split('\n').filter((line) => !/^#|^$/.test(line))).toEqual([])
  })

  it('says of every object that it changes what that restricts and how it is lifted', () => {
    for (const { topic, chapters } of configure(topics, scene, { library }).configurations) {
      for (const chapter of chapters) {
        const reasons = reasonsOf(chapter, topic, library)
        expect(reasons.some((line) => line.startsWith('Restricts'))).toBe(true)
        expect(reasons.some((line) => line.startsWith('Lift: '))).toBe(true)
      }
    }
  })
})

// Those that a rule finds, and those that only their names betray.
const SECRETS_OF_HARBOUR = [
  'Halibut-at-Midnight-9',
  'Herring-in-Brine-58',
  'Sprat-and-Anchovy-12',
  'OYSTERBAYCOOKIE',
  'Rollmops2024',
  'changeme',
  'plaice-turbot-sole-31',
  'yW3mXk9T-made-up-7HdP',
]

// Alone the topic cannot: what needs the node goes first, and a Secret of a file is the business of `secrets`.
const CLOSED_BY_OTHER_TOPICS: ReadonlyMap<string, readonly string[]> = new Map([
  ['namespaces', ['pod-security-privileged']],
  ['encryption-in-transit', ['cfg-db-ssl-off']],
])
