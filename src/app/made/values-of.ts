import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { decodeText } from '../../intake/decode-text.ts'
import { draftedBytes, NO_DRAFTS } from '../../intake/drafts.ts'
import type { EstateRequest } from '../../intake/read-estate.ts'
import type { Source } from '../../model/source.ts'
import type { Survey } from '../../model/survey.ts'

// Helm takes no larger ones.
const MAX_BYTES = 5 * 1024 * 1024

/** The files that give the charts of a survey their values, the one with the last word first. */
export function valuesOf(
  { scene }: Survey,
  { workingFolder, drafts = NO_DRAFTS }: Pick<EstateRequest, 'workingFolder' | 'drafts'>,
): readonly Source[] {
  const vias = new Set(scene.resources.map(({ document }) => document.making?.via))
  const files = [...vias].flatMap((via) => {
    if (via?.maker !== 'helm') return []
    const own = via.target === '.' ? OWN : `${via.target}/${OWN}`
    return [...via.inputs.toReversed().filter((input) => !input.startsWith('--')), own]
  })
  return [...new Set(files)].flatMap((file) => {
    const path = resolve(workingFolder, file)
    if (!existsSync(path)) return []
    const bytes = draftedBytes({ path, at: file, maxBytes: MAX_BYTES }, drafts)
    const text = bytes.ok ? decodeText(bytes.value, file) : bytes
    return text.ok ? [{ file, text: text.value }] : []
  })
}

const OWN = 'values.yaml'
