import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../src/fix/apply.ts'
import { gatherObjects } from '../../src/intake/gather-objects.ts'
import { readYaml } from '../../src/intake/yaml/read-yaml.ts'
import { locate, spanOf } from '../../src/model/document.ts'
import type { Edit } from '../../src/model/edit.ts'
import { formatPath } from '../../src/model/place.ts'
import { resourceKey, type Resource } from '../../src/model/resource.ts'
import { createScene } from '../../src/model/scene.ts'
import { positionAt, type Source } from '../../src/model/source.ts'
import { NEWEST_KUBERNETES } from '../../src/model/version.ts'
import { CATALOGUE } from '../../src/rules/catalogue.ts'
import { judge, type Charge } from '../../src/rules/judge.ts'
import { corpus, type CorpusName } from './corpora.ts'
import { estateOf } from './estate.ts'

const CORPORA: readonly CorpusName[] = ['psa', 'boutique', 'goat', 'examples']

// Mending a worse fault uncovers the one it made moot, and that may uncover one more.
const MOST_ROUNDS = 5
const DEEPEST_LIST = 8

describe.each(CORPORA)('on the corpus %s', (name) => {
  const folder = corpus(name)

  it.skipIf(folder === undefined)(
    'fixes silence what they are for, change only the lines they mean, and nothing twice',
    { timeout: 300_000 },
    () => {
      const { sources } = estateOf(folder ?? '')
      expect(sources.length).toBeGreaterThan(0)
      const failures = sources.flatMap(mendWhole)
      expect(failures).toEqual([])
    },
  )
})

// Each file is an estate of its own here, so that what one file says cannot hide a fault of another.
function mendWhole(source: Source): readonly string[] {
  let current = source
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const charges = chargesOf(current)
    const edits = charges.flatMap((charge) => charge.edits())
    // Nothing left to mend: a second run changes nothing.
    if (edits.length === 0) return []
    const patch = applyEdits(current, edits, readYaml)
    if (patch.refused.length > 0)
      return patch.refused.map((fault) => `${fault.at} refused: ${fault.message}`)
    const stray = strayLines(current, patch.text, edits)
    if (stray.length > 0) return stray
    const mended = { ...current, text: patch.text }
    const left = stillCharged(charges, chargesOf(mended))
    if (left.length > 0) return left
    current = mended
  }
  return [`${source.file} is still changed after ${MOST_ROUNDS} rounds`]
}

function chargesOf(source: Source): readonly Charge[] {
  const resources = readYaml(source).documents.flatMap(
    (document): readonly Resource[] => gatherObjects(document, DEEPEST_LIST)?.resources ?? [],
  )
  const scene = createScene(resources, {
    kubernetes: NEWEST_KUBERNETES,
    offering: 'none',
    today: '2026-11-24',
  })
  return judge(scene, CATALOGUE)
}

function stillCharged(before: readonly Charge[], after: readonly Charge[]): readonly string[] {
  const mended = new Set(before.filter((charge) => charge.edits().length > 0).map(nameOf))
  return after
    .filter((charge) => mended.has(nameOf(charge)) && charge.edits().length > 0)
    .map((charge) => `${nameOf(charge)} is found again: ${charge.complaint.message}`)
}

function nameOf({ rule, resource, complaint }: Charge): string {
  const { document, path } = complaint.place
  return `${document.source.file} ${resourceKey(resource)} ${rule.id} ${formatPath(path)}`
}

// A line of the old text that is gone must be one that an edit is about.
function strayLines(source: Source, text: string, edits: readonly Edit[]): readonly string[] {
  const kept = new Map<string, number>()
  for (const line of text.split('\n')) kept.set(line, (kept.get(line) ?? 0) + 1)
  const meant = new Set(edits.flatMap((edit) => meantLines(source, edit)))
  return source.text.split('\n').flatMap((line, index) => {
    const left = kept.get(line) ?? 0
    kept.set(line, left - 1)
    return left > 0 || meant.has(index + 1) || line.trim() === ''
      ? []
      : [`${source.file}:${index + 1} is gone: ${line}`]
  })
}

// The lines of the field itself and of the one it stands in, which may become empty or be written in flow style.
function meantLines(source: Source, { place }: Edit): readonly number[] {
  const { document, path } = place
  const spots = [path, path.slice(0, -1), path.slice(0, -2)].map((part) => {
    const span = spanOf(document.layout, locate(document, part).node)
    const first = span.key === -1 ? span.start : span.key
    return { first: positionAt(source, first).line, last: positionAt(source, span.end).line }
  })
  return spots.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  )
}
