import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readEstate } from '../../intake/read-estate.ts'
import { readYaml } from '../../intake/yaml/read-yaml.ts'
import { STOPS } from '../../model/itinerary.ts'
import { resourceKey, resourceOf } from '../../model/resource.ts'
import { createScene, type Scene } from '../../model/scene.ts'
import { NEWEST_KUBERNETES } from '../../model/version.ts'
import { CATALOGUE } from '../../rules/catalogue.ts'
import { loadGuides } from '../../rules/guides.ts'
import { judge } from '../../rules/judge.ts'
import { loadPages } from '../../rules/pages.ts'
import { TOPICS } from '../../rules/topics.ts'
import { findingsOf } from '../../verdict/finding.ts'
import { removalText } from './configuration-text.ts'
import { configureEstate } from './configure-estate.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const library = { guides: loadGuides(), pages: loadPages() }
const folder = mkdtempSync(join(tmpdir(), 'portolan-written-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const terms = (workingFolder: string, targets: readonly string[]) => ({
  targets,
  workingFolder,
  skipPaths: [],
  readStdin: () => new Uint8Array(),
  kubernetes: NEWEST_KUBERNETES,
  offering: undefined,
  today: '2026-11-25',
})

// Harbour in a folder of its own, with a configuration laid over it as its files say.
function configured(stop: string) {
  const home = join(folder, stop)
  cpSync(join(ROOT, 'examples', 'harbour'), join(home, 'harbour'), { recursive: true })
  const topics = [...TOPICS].flatMap(([id, topic]) => (topic.stop === stop ? [id] : []))
  const drafted = configureEstate(
    { ...terms(home, ['harbour']), provider: undefined },
    topics,
    library,
  )
  for (const { path, text } of drafted.files) {
    const file = join(folder, `${stop}-out`, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const overlay = join(folder, `${stop}-out`, 'files')
  if (existsSync(overlay)) cpSync(overlay, home, { recursive: true })
  return { ...drafted, home, out: join(folder, `${stop}-out`) }
}

// What is applied takes the place of the object of its name; what goes is gone.
function together({ home, out, configurations }: ReturnType<typeof configured>): Scene {
  const estate = readEstate(terms(home, ['harbour']))
  const targets = ['new', 'changed'].filter((part) => existsSync(join(out, part)))
  const fresh = targets.length === 0 ? [] : readEstate(terms(out, targets)).scene.resources
  const removed = configurations.flatMap((one) =>
    readYaml({ file: 'removed', text: removalText(one) }).documents.map(resourceOf),
  )
  const keys = new Set([...fresh, ...removed].map(resourceKey))
  const kept = estate.scene.resources.filter((old) => !keys.has(resourceKey(old)))
  expect(estate.faults).toEqual([])
  return createScene([...kept, ...fresh], estate.scene)
}

describe('the files that are written for harbour', () => {
  it.each(STOPS.map((stop) => ({ stop })))(
    'leave of $stop only what they say, read together with the estate',
    ({ stop }) => {
      const written = configured(stop)
      const scene = together(written)
      const rules = CATALOGUE.filter(({ topic }) => TOPICS.get(topic)?.stop === stop)
      const found = findingsOf(judge(scene, rules), scene)
      const told = written.configurations.flatMap(({ left }) => left)
      const open = new Set(told.flatMap(({ rule, on }) => on.map((object) => `${rule} ${object}`)))
      const silent = found
        .map(({ rule, resource: { namespace, kind, name } }) =>
          [rule.id, [namespace, kind, name].filter((part) => part !== undefined).join('/')].join(
            ' ',
          ),
        )
        .filter((finding) => !open.has(finding))
      expect(silent).toEqual([])
      expect(told.filter(({ kind }) => kind === 'undone')).toEqual([])
      // Of files that Portolan writes itself nothing is left to others.
      const others = told.filter(({ kind }) => kind === 'made').map(({ rule }) => rule)
      expect(WRITTEN_STOPS.includes(stop) ? others : []).toEqual([])
    },
  )
})

const WRITTEN_STOPS: readonly string[] = ['cloud', 'cluster', 'code']
