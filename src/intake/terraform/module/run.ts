import type { Fault } from '../../../base/fault.ts'
import type { Source } from '../../../model/source.ts'
import { faultAt } from '../../yaml/yaml-fault.ts'
import type { Budget } from '../evaluate/scope.ts'
import type { ModuleFolder } from './folder.ts'

/** What one reading of a root module shares between all modules that it calls. */
export interface Run {
  readonly root: ModuleFolder
  /** The folder at an absolute path, or undefined when it was not read. */
  readonly folderAt: (path: string) => ModuleFolder | undefined
  /** The text of a file named as Terraform would, from the root module's folder; undefined when it may not be read. */
  readonly readFile: (path: string) => string | undefined
  readonly budget: Budget
  readonly faults: Fault[]
  /** What was told once is not told again for every instance. */
  readonly told: Set<string>
  instances: number
}

/** What stands at an offset that is wrong with a module. */
export interface Complaint {
  readonly code: 'INTAKE_HCL' | 'INTAKE_TOO_MANY' | 'INTAKE_TOO_DEEP' | 'INTAKE_MODULE'
  readonly message: string
  readonly remedy: string
}

/** Notes what is wrong, once for each place. */
export function complain(run: Run, source: Source, offset: number, complaint: Complaint): void {
  const fault = faultAt(source, { ...complaint, offset })
  const key = `${fault.code} ${fault.at}`
  if (run.told.has(key)) return
  run.told.add(key)
  run.faults.push(fault)
}
