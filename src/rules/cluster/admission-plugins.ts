import { partAt } from '../../analysis/cluster/from-settings.ts'
import { memberOf, partOf, type Field, type Reader } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'

/** The kinds of files in which plugins of the API server's admission are set up. */
export const ADMISSION_KINDS = ['AdmissionConfiguration', 'MachineConfig'] as const

const TALOS_LIST = ['cluster', 'apiServer', 'admissionControl'] as const

/** A plugin of the admission and what it is told: in place, or in a file of its own. */
export interface AdmissionPlugin {
  readonly configuration: Reader | undefined
  readonly path: Field | undefined
}

/** The plugins of a name that `file` sets up. */
export function pluginsNamed(name: string, file: Resource): readonly AdmissionPlugin[] {
  const list = listIn(file)
  if (list === undefined) return []
  return file.list(...list).flatMap(({ value }, index) => {
    if (memberOf(value, 'name') !== name) return []
    const plugin = partOf(file.document, [...list, index], value)
    return [{ configuration: partAt(plugin, 'configuration'), path: plugin.get('path') }]
  })
}

function listIn({ type, apiVersion }: Resource): readonly string[] | undefined {
  if (type === 'AdmissionConfiguration') return ['plugins']
  return apiVersion === 'talos' ? TALOS_LIST : undefined
}
