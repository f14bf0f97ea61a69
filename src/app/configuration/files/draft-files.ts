import { dirname } from 'node:path'
import { groupBy } from '../../../base/group.ts'
import { applyEdits } from '../../../fix/apply.ts'
import { blockLines } from '../../../fix/block-text.ts'
import { applySplices, orderSplices, type Splice } from '../../../fix/splice.ts'
import { readYaml } from '../../../intake/yaml/read-yaml.ts'
import { isFieldEdit, type FieldEdit } from '../../../model/edit.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import type { Source } from '../../../model/source.ts'
import { CATALOGUE } from '../../../rules/catalogue.ts'
import { judge, type Charge } from '../../../rules/judge.ts'
import { agreeing } from '../agreeing.ts'
import { scopeOf } from '../mended.ts'
import { whyElsewhere } from '../remainder.ts'
import { FILE_DECISIONS } from './decisions/decisions.ts'
import type { FileDraft, FileStep, NewFile } from './file-draft.ts'
import { readAgain } from './read-again.ts'
import { holdsCredential } from './withhold-file.ts'

/** What is to be done about one charge. */
interface Answer {
  readonly charge: Charge
  readonly edits: readonly FieldEdit[]
  readonly splices: readonly Splice[]
  readonly makes: readonly NewFile[]
  readonly words: readonly string[]
}

/** Files as a topic wants them, and what could not be written. */
export interface FileDrafts {
  readonly drafts: readonly FileDraft[]
  readonly notes: readonly string[]
}

/**
 * Drafts the files that the rules of a topic complain about as they should be: settings, Compose files, Dockerfiles. By
 * what was decided for a rule, else as its fix would have it. A file that would repeat a credential is named, not written.
 */
export function draftFiles(topic: string, scene: Scene): FileDrafts {
  const rules = CATALOGUE.filter((rule) => rule.topic === topic)
  const charges = judge(scene, rules).filter(
    ({ complaint, resource }) => complaint.sure && isReadByProgram(resource),
  )
  const answers = agreeing(charges.flatMap((charge) => answerTo(charge, scene)))
  const bySource = groupBy(answers, ({ charge }) => charge.resource.document.source)
  const drafts = [...bySource].flatMap(([source, own]) => draftsFor(source, own))
  const leaky = drafts.filter(({ file, text }) =>
    holdsCredential(readAgain(scene, [{ file, text }]), file),
  )
  return {
    drafts: drafts.filter((draft) => !leaky.includes(draft)),
    notes: leaky.map(
      ({ file }) => `Not repeated here, it holds what looks like a credential: ${file}.`,
    ),
  }
}

// JSON takes no comments, and what is written here says why it is.
function isReadByProgram(resource: Resource): boolean {
  const { making, source } = resource.document
  return (
    making === undefined && !source.file.endsWith('.json') && whyElsewhere(resource) !== undefined
  )
}

function answerTo(charge: Charge, scene: Scene): readonly Answer[] {
  const decide = FILE_DECISIONS.get(charge.rule.id)
  const step = decide?.(charge, scene) ?? fixOf(charge)
  const { edits = [], splices = [], makes = [], words } = step
  const isOwn = edits.every(
    ({ place }) => place.document.source === charge.resource.document.source,
  )
  if (!isOwn || edits.length + splices.length === 0) return []
  return [{ charge, edits, splices, makes, words }]
}

function fixOf(charge: Charge): FileStep {
  return { edits: charge.edits().filter(isFieldEdit), words: [] }
}

function draftsFor(source: Source, answers: readonly Answer[]): readonly FileDraft[] {
  const text = changedText(source, answers)
  if (text === source.text) return []
  const fixes = answers.filter(({ words }) => words.length === 0)
  const why = answers.flatMap(({ charge, words }) => [charge.complaint.message, ...words])
  const mends = fixes.map(({ charge: { rule, resource } }) => ({
    rule: rule.id,
    on: scopeOf(resource),
  }))
  const beside = answers.flatMap(({ makes }) => makes.map((made) => newDraft(source, made)))
  return [{ file: source.file, text, why: [...new Set(why)], mends }, ...distinct(beside)]
}

function changedText(source: Source, answers: readonly Answer[]): string {
  const edits = answers.flatMap((answer) => answer.edits)
  if (edits.length > 0) return applyEdits(source, edits, readYaml).text
  const splices = orderSplices(answers.flatMap((answer) => answer.splices))
  return splices === undefined ? source.text : applySplices(source.text, splices)
}

function newDraft({ file }: Source, { base, settings }: NewFile): FileDraft {
  const folder = dirname(file)
  const lines = blockLines(settings, { mappingIndent: 2, listIndent: 2 })
  return {
    file: folder === '.' ? base : `${folder}/${base}`,
    text: `${lines.join('\n')}\n`,
    why: [`${file} names it.`],
    mends: [],
  }
}

function distinct(drafts: readonly FileDraft[]): readonly FileDraft[] {
  return [...new Map(drafts.map((draft) => [draft.file, draft])).values()]
}
