import type { Fault } from '../../base/fault.ts'
import { fail, type Result } from '../../base/result.ts'
import { positionAt, type Source } from '../../model/source.ts'
import { faultAt } from '../yaml/yaml-fault.ts'

/** A place in a text as people and editors read it, `file:line:column`. */
export function spotText(source: Source, offset: number): string {
  const { line, column } = positionAt(source, offset)
  return `${source.file}:${line}:${column}`
}

/** The refusal of a file that has nothing its format has; undefined for an empty one, in which nothing can be missed. */
export function unlike({ source }: { readonly source: Source }): Result<never> | undefined {
  const isEmpty = !/^[^\s#]/m.test(source.text)
  return isEmpty
    ? undefined
    : fail(notAsWritten(source, 0, 'The file only has the name of a lock file'))
}

/** The fault of a file that is not as its tool writes it. */
export function notAsWritten(source: Source, offset: number, what: string): Fault {
  return faultAt(source, {
    code: 'INTAKE_LOCK_FILE',
    offset,
    message: `${what}, so its packages were not examined.`,
    remedy: 'Let the package manager write it anew.',
  })
}
