import { groupBy } from '../../base/group.ts'
import { isFieldEdit, type AppendEdit, type Edit, type FieldEdit } from '../../model/edit.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { CATALOGUE } from '../../rules/catalogue.ts'
import { judge, type Charge } from '../../rules/judge.ts'
import { agreeing } from './agreeing.ts'
import type { Step } from './decisions/decision.ts'
import { DECISIONS } from './decisions/decisions.ts'
import { isManifest, manifestOf, type Chapter, type Drafter, type Manifest } from './draft.ts'
import { editValue } from './edit-value.ts'
import { whyElsewhere } from './remainder.ts'

/** What is to be done about one charge. */
interface Answer {
  readonly charge: Charge
  readonly edits: readonly FieldEdit[]
  readonly makes: readonly Manifest[]
  readonly removes: readonly Resource[]
  /** Of a decision; what a fix restricts is told by the page of its rule. */
  readonly words: readonly string[]
}

/**
 * Drafts the objects that the rules of a topic complain about as they should be: by what was decided for a rule, else
 * as its fix would make them. Of answers that contradict each other the first counts; another round sees to the rest.
 */
export function drafterByRules(topic: string): Drafter {
  const rules = CATALOGUE.filter((rule) => rule.topic === topic)
  return (scene) => {
    const charges = judge(scene, rules).filter(
      ({ complaint, resource }) => complaint.sure && whyElsewhere(resource) === undefined,
    )
    const answers = agreeing(charges.flatMap((charge) => answerTo(charge, scene)))
    return { chapters: [...changedIn(scene, answers), ...besides(answers)], notes: [] }
  }
}

function answerTo(charge: Charge, scene: Scene): readonly Answer[] {
  const step = DECISIONS.get(charge.rule.id)?.(charge, scene) ?? fixOf(charge)
  const { edits = [], makes = [], removes = [], words } = step
  const isWritable = edits.every(({ place }) => isCopied(place.document.value))
  if (!isWritable || edits.length + makes.length + removes.length === 0) return []
  return [{ charge, edits, makes, removes, words }]
}

function fixOf(charge: Charge): Step {
  const edits = charge.edits()
  return {
    edits: edits.filter(isFieldEdit),
    makes: edits.filter(isAppend).map(({ object }) => ({ ...object })),
    words: [],
  }
}

// What holds values is never copied out of its file.
function isCopied(value: unknown): boolean {
  const kind = isJsonMapping(value) ? value['kind'] : undefined
  return kind !== 'Secret' && kind !== 'ConfigMap'
}

function isJsonMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function changedIn(scene: Scene, answers: readonly Answer[]): readonly Chapter[] {
  const edited = answers.flatMap((answer) => answer.edits.map((edit) => ({ answer, edit })))
  const byDocument = groupBy(edited, ({ edit }) => edit.place.document)
  return scene.resources.flatMap((resource) => {
    const own = byDocument.get(resource.document) ?? []
    const manifest = own.length === 0 || resource.name === '' ? undefined : manifestOf(resource)
    if (manifest === undefined) return []
    const mended = editValue(
      manifest,
      own.map(({ edit }) => edit),
    )
    if (!isManifest(mended)) return []
    const causes = [...new Set(own.map(({ answer }) => answer))]
    const { why, mends } = reasonsFor(causes)
    return [{ why: [...why, ...forced(resource)], mends: mends ?? [], manifests: [mended] }]
  })
}

// What the API server lets nobody change.
function forced({ type }: Resource): readonly string[] {
  if (type !== 'Pod' && type !== 'Job') return []
  return [
    `A ${type} is not changed in place: kubectl replace --force takes the old one away first.`,
  ]
}

// The objects that come or go with answers, beside those they change; what several ask for comes once.
function besides(answers: readonly Answer[]): readonly Chapter[] {
  const byObjects = groupBy(answers, ({ makes, removes }) =>
    JSON.stringify([makes, removes.map(nameAlone)]),
  )
  return [...byObjects].flatMap(([, group]) => {
    const [{ makes, removes } = { makes: [], removes: [] }] = group
    if (makes.length + removes.length === 0) return []
    return [{ ...reasonsFor(group), manifests: makes, removes: removes.map(nameAlone) }]
  })
}

function reasonsFor(answers: readonly Answer[]): Pick<Chapter, 'why' | 'mends'> {
  const fixes = answers.filter(({ words }) => words.length === 0)
  return {
    why: [...new Set(answers.flatMap(({ charge, words }) => [charge.complaint.message, ...words]))],
    mends: fixes.map(({ charge: { rule, resource } }) => ({
      rule: rule.id,
      on: scopeOf(resource),
    })),
  }
}

/** An object as `--on` of `portolan lift` takes it. */
export function scopeOf({ namespace, kind, name }: Resource): string {
  return [...(namespace === undefined ? [] : [namespace]), kind, name].join('/')
}

function nameAlone({ apiVersion, kind, name, namespace }: Resource): Manifest {
  return {
    apiVersion,
    kind,
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
  }
}

function isAppend(edit: Edit): edit is AppendEdit {
  return edit.kind === 'append'
}
