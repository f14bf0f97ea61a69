import { resolve } from 'node:path'
import { fail, succeed, type Result } from '../../base/result.ts'
import { decodeText } from '../decode-text.ts'
import { draftedBytes, NO_DRAFTS, type Drafts } from '../drafts.ts'
import { mergeMaps } from './chart/coalesce.ts'
import { readValues } from './chart/load-chart.ts'
import { ChartRefusal } from './chart/refusal.ts'
import { setValues, type SetKind } from './chart/set-values.ts'
import type { Dict } from './template/value.ts'

/** What a user gives charts besides their own defaults. */
export interface ChartInputs {
  /** Values files, as typed; a later one is laid over those before it. */
  readonly valueFiles: readonly string[]
  /** What is set on the command line, in order: it outdoes the files. */
  readonly sets: readonly { readonly kind: SetKind; readonly text: string }[]
  /** The name that a chart is installed under; its own when none is given. */
  readonly release: string | undefined
  /** The namespace that it is installed in. */
  readonly namespace: string
}

/** Charts as they are installed when nobody says anything. */
export const DEFAULT_INPUTS: ChartInputs = {
  valueFiles: [],
  sets: [],
  release: undefined,
  namespace: 'default',
}

// More than this is no list of values.
const MAX_BYTES = 16 * 1024 * 1024

/** The values that the inputs say together. The fault names the file or the flag. */
export function valuesGiven(
  inputs: ChartInputs,
  workingFolder: string,
  drafts: Drafts = NO_DRAFTS,
): Result<Dict> {
  let values: Dict = new Map()
  for (const file of inputs.valueFiles) {
    const read = readFile(file, workingFolder, drafts)
    if (!read.ok) return read
    values = mergeMaps(values, read.value)
  }
  for (const { kind, text } of inputs.sets) {
    const set = setValues(values, text, kind)
    if (!set.ok) return set
  }
  return succeed(values)
}

function readFile(file: string, workingFolder: string, drafts: Drafts): Result<Dict> {
  const path = resolve(workingFolder, file)
  const bytes = draftedBytes({ path, at: file, maxBytes: MAX_BYTES }, drafts)
  if (!bytes.ok) return bytes
  const text = decodeText(bytes.value, file)
  if (!text.ok) return text
  try {
    return succeed(readValues({ file, text: text.value }))
  } catch (error) {
    if (error instanceof ChartRefusal) return fail(error.fault)
    throw error
  }
}

/** How a rendering is named in results: the files and settings that were chosen for it. */
export function inputNames({ valueFiles, sets }: ChartInputs): readonly string[] {
  // What is set may be a secret; that something was set is enough.
  return [...valueFiles, ...(sets.length > 0 ? ['--set'] : [])]
}
