import * as v from 'valibot'
import { fail, succeed, type Result } from '../../base/result.ts'
import { locate, spanOf, type Document, type Step } from '../../model/document.ts'
import { formatPath } from '../../model/place.ts'
import type { Source } from '../../model/source.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { faultAt } from '../yaml/yaml-fault.ts'

/** Checks what a JSON text says against `schema`; the fault of what does not fit names its line and column. */
export function checkJson<T extends v.GenericSchema>(
  source: Source,
  value: unknown,
  { schema, remedy }: { readonly schema: T; readonly remedy: string },
): Result<v.InferOutput<T>> {
  const checked = v.safeParse(schema, value, { abortEarly: true })
  if (checked.success) return succeed(checked.output)
  const [issue] = checked.issues
  const path = (issue.path ?? []).map(({ key }) => stepOf(key))
  const [document] = readYaml(source).documents
  return fail(
    faultAt(source, {
      code: 'SAVED_SHAPE',
      offset: document === undefined ? 0 : offsetOf(document, path),
      message: `${formatPath(path) || 'The file'} is not as it should be: ${issue.message}.`,
      remedy,
    }),
  )
}

function stepOf(key: unknown): Step {
  return typeof key === 'number' ? key : String(key)
}

function offsetOf(document: Document, path: readonly Step[]): number {
  const { key, start } = spanOf(document.layout, locate(document, path).node)
  return key === -1 ? start : key
}
