import type { Fault } from '../../base/fault.ts'
import { fail, succeed, type Result } from '../../base/result.ts'
import { isList, memberOf, valueAt } from '../../model/part.ts'
import type { Source } from '../../model/source.ts'
import type { SpokenStatement } from '../../model/vex.ts'
import { csafStatements } from './csaf.ts'
import { cycloneDxStatements } from './cyclonedx.ts'
import { openVexStatements } from './openvex.ts'

/** Reads what is said of flaws: OpenVEX, CycloneDX with an analysis, or CSAF. O(text); never throws. */
export function readVex(source: Source): Result<readonly SpokenStatement[]> {
  const document = parsed(source.text)
  const { file } = source
  if (isList(memberOf(document, 'statements'))) return succeed(openVexStatements(document, file))
  if (memberOf(document, 'bomFormat') === 'CycloneDX')
    return succeed(cycloneDxStatements(document, file))
  if (valueAt(document, ['document', 'csaf_version']) !== undefined)
    return succeed(csafStatements(document, file))
  return fail(noVex(file))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    // What is no JSON is none of the three, which the fault says.
    return undefined
  }
}

function noVex(at: string): Fault {
  return {
    code: 'VEX_FILE',
    at,
    message:
      'It is no OpenVEX, CycloneDX or CSAF document in JSON, so what it says was not heeded.',
    remedy: 'Check the file, or leave out --vex.',
  }
}
