import type { Fault } from '../base/fault.ts'
import type { AppendEdit, Edit, FieldEdit, RepinEdit } from '../model/edit.ts'
import { formatPath, spotOf } from '../model/place.ts'
import { positionAt } from '../model/source.ts'
import { sharedOn } from './shared.ts'

/** The fault of an edit that contradicts one already taken. */
export function contradicted(edit: FieldEdit): Fault {
  return refusal(edit, {
    message: `Another fix wants something else of ${nameOf(edit)}, and it was made first.`,
    remedy: 'Decide by hand which of the two is right, or let only one of the rules be fixed.',
  })
}

/** The fault of an edit that the shape of the object forbids. */
export function impossible(edit: FieldEdit, reason: string): Fault {
  return refusal(edit, {
    message: `The field ${nameOf(edit)} cannot be ${verbOf(edit)}: ${reason}.`,
    remedy: 'Correct the field by hand: Kubernetes expects another type of value there.',
  })
}

/** The fault of an edit that would take or replace a whole object. */
export function aimedAtWhole(edit: FieldEdit): Fault {
  return refusal(edit, {
    message: 'A whole object cannot be replaced or removed by a fix.',
    remedy: 'Delete or rewrite the object by hand.',
  })
}

/** The fault of a version that does not stand once in what its package spans. */
export function unfound(edit: RepinEdit): Fault {
  return refusal(edit, {
    message: `The version ${edit.from} does not stand once in the line of its package.`,
    remedy: `Write ${edit.to} there by hand.`,
  })
}

/** The fault of an object that its file cannot take. */
export function unappended(edit: AppendEdit): Fault {
  return refusal(edit, {
    message: `An object of kind ${edit.object.kind} could not be added to the end of this file.`,
    remedy: 'Put it into a file of its own; the rule shows it under "Apply".',
  })
}

/** The fault of an edit whose outcome, read back, was not exactly what was wanted. */
export function unproven(edit: FieldEdit): Fault {
  const { source } = edit.place.document
  const shared = sharedOn(edit.place.document, edit.place.path)
  if (shared === undefined) {
    return refusal(edit, {
      message: `The field ${nameOf(edit)} could not be ${verbOf(edit)} without touching more than that.`,
      remedy: 'Make this change by hand.',
    })
  }
  const at = `${source.file}:${positionAt(source, anchorBefore(source.text, shared)).line}`
  return refusal(edit, {
    message: `The field ${nameOf(edit)} is part of an anchor that is used in several places, which would all change.`,
    remedy: `Edit the anchor at ${at} by hand if they all may change, or write it out in this place.`,
  })
}

interface Wording {
  readonly message: string
  readonly remedy: string
}

function refusal(edit: Edit, wording: Wording): Fault {
  const { file, line, column } = spotOf(edit.place)
  return { code: 'FIX_REFUSED', at: `${file}:${line}:${column}`, ...wording }
}

function nameOf({ place }: FieldEdit): string {
  return formatPath(place.path)
}

function verbOf(edit: FieldEdit): string {
  return edit.kind === 'remove' ? 'removed' : 'written'
}

// The mark of an anchor stands right before its content, but not before each of its parts.
function anchorBefore(text: string, start: number): number {
  const mark = text.lastIndexOf('&', start)
  return mark !== -1 && /^&\S+\s*$/.test(text.slice(mark, start)) ? mark : start
}
