import { basename, dirname } from 'node:path'
import { groupBy } from '../../../base/group.ts'
import { TERRAFORM_VERSION } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { CATALOGUE } from '../../../rules/catalogue.ts'
import { judge, type Charge } from '../../../rules/judge.ts'
import type { FileDraft } from '../files/file-draft.ts'
import type { DraftedFiles } from '../files/file-sequence.ts'
import { scopeOf } from '../mended.ts'
import { distinctMends } from '../sequence.ts'
import { stepFor } from './decisions.ts'
import { blockLines } from './hcl-text.ts'
import { overrideLines } from './override-text.ts'
import { localName, type TerraformStep } from './terraform-step.ts'

interface Answer {
  readonly charge: Charge
  readonly step: TerraformStep
}

/**
 * Drafts what the rules of some topics want of Terraform as files that stand beside what is written: overrides of
 * resources, and resources that are missing. Nobody's own file is changed. O(rules x resources).
 */
export function draftTerraform(topics: readonly string[], scene: Scene): DraftedFiles {
  const rules = topics.flatMap((topic) => CATALOGUE.filter((rule) => rule.topic === topic))
  const charges = judge(scene, rules).filter(
    ({ complaint, resource }) => complaint.sure && resource.apiVersion === TERRAFORM_VERSION,
  )
  const answers = charges.flatMap((charge) => answerTo(charge, scene))
  const byFolder = groupBy(answers, ({ charge }) => dirname(charge.resource.document.source.file))
  const known = filesIn(scene)
  const drafts = [...byFolder].flatMap(([folder, own]) => draftsFor(folder, own, known))
  return new Map(drafts.map((draft) => [draft.file, draft]))
}

// Where nothing can be written for all that a step wants, none of it is.
function answerTo(charge: Charge, scene: Scene): readonly Answer[] {
  const step = stepFor(charge, scene)
  if (step === undefined) return []
  const isWritable = step.sets.every(({ resource, path, value }) =>
    overrideLines(resource, [{ resource, path, value }]),
  )
  return isWritable ? [{ charge, step }] : []
}

type TopicDraft = FileDraft & { readonly topic: string }

function draftsFor(
  folder: string,
  answers: readonly Answer[],
  known: ReadonlySet<string>,
): readonly TopicDraft[] {
  const setting = answers.filter(({ step }) => step.sets.length > 0)
  const adding = answers.filter(({ step }) => (step.adds ?? []).length > 0)
  return [
    ...draftOf(freeName(folder, '_override.tf', known), overrideText(setting), setting),
    ...draftOf(freeName(folder, '.tf', known), additionText(adding), adding),
  ]
}

function overrideText(answers: readonly Answer[]): string {
  const settings = answers.flatMap(({ step }) => step.sets)
  const byResource = groupBy(settings, ({ resource }) => `${resource.kind} ${localName(resource)}`)
  const blocks = [...byResource.values()].flatMap((own) => {
    const [first] = own
    const lines = first && overrideLines(first.resource, own)
    return lines === undefined ? [] : [lines.join('\n')]
  })
  return blocks.map((block) => `${block}\n`).join('\n')
}

function additionText(answers: readonly Answer[]): string {
  const blocks = answers.flatMap(({ step }) => step.adds ?? [])
  const texts = new Set(blocks.map((block) => `${blockLines(block).join('\n')}\n`))
  return [...texts].join('\n')
}

function draftOf(file: string, text: string, answers: readonly Answer[]): readonly TopicDraft[] {
  const [first] = answers
  if (first === undefined || text === '') return []
  const told = answers.flatMap(({ charge, step }) => [charge.complaint.message, ...step.words])
  const mends = answers
    .filter(({ step }) => step.words.length === 0)
    .map(({ charge: { rule, resource } }) => ({ rule: rule.id, on: scopeOf(resource) }))
  const why = [PLAN, ...(file.endsWith('_override.tf') ? [IGNORED] : []), ...new Set(told)]
  return [{ file, text, why, mends: distinctMends(mends), topic: first.charge.rule.topic }]
}

const PLAN =
  'terraform plan tells what is changed in place, and what would be made anew: read it first.'

// GitHub's own .gitignore for Terraform does.
const IGNORED =
  'Where .gitignore leaves *_override.tf out, git add -f takes it in; else write its lines into your own file.'

function freeName(folder: string, ending: string, known: ReadonlySet<string>): string {
  const at = (base: string) => (folder === '.' ? base : `${folder}/${base}`)
  const names = ['portolan', 'portolan_2', 'portolan_3', 'portolan_4']
  const free = names.map((name) => at(`${name}${ending}`)).find((name) => !known.has(name))
  return free ?? at(`portolan_5${ending}`)
}

function filesIn(scene: Scene): ReadonlySet<string> {
  const sources = scene.resources.flatMap(({ document: { making, source } }) => [
    source,
    ...(making?.sources ?? []),
  ])
  return new Set(sources.map(({ file }) => file).filter((file) => basename(file).endsWith('.tf')))
}
