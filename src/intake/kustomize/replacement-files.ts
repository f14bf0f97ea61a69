import * as v from 'valibot'
import { memberNode, plainOf, textOf, type Node } from './node.ts'
import type { PatchPlace } from './patches.ts'
import { refuse } from './refusal.ts'
import { replacementSchema } from './schema.ts'
import { documentsAt, filePath } from './workshop.ts'

/** The replacements of one entry: itself, or those of the file that it names. */
export function replacementsIn(
  entry: Node,
  { workshop, folder }: Pick<PatchPlace, 'workshop' | 'folder'>,
): readonly Node[] {
  const path = memberNode(entry, 'path')
  if (path === undefined || textOf(path) === '') return [entry]
  const [document] = documentsAt(workshop, filePath(folder, textOf(path), path.origin))
  const replacements = document?.kind === 'list' ? document.members : [document]
  return replacements.map((replacement) => checked(replacement, path))
}

function checked(replacement: Node | undefined, path: Node): Node {
  if (replacement !== undefined && v.is(replacementSchema, plainOf(replacement))) return replacement
  return refuse((replacement ?? path).origin, {
    message: 'This is no replacement as Kustomize knows them.',
    remedy: 'Write a source and targets.',
  })
}
