import { setPlace, type Json } from '../../model/edit.ts'
import { isMapping, partOf, type Reader } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import { factsOf } from './component.ts'
import type { Configuration, Written } from './configuration.ts'
import { SETTINGS } from './settings.data.ts'

/** The programs whose settings have a file of their own, by the kind of that file. */
const FILES = {
  KubeletConfiguration: 'kubelet',
  KubeProxyConfiguration: 'kube-proxy',
} as const

type FileProgram = (typeof FILES)[keyof typeof FILES]

/** The kinds of those files. */
export const FILE_KINDS = ['KubeletConfiguration', 'KubeProxyConfiguration'] as const

/** The program that a configuration file of its own kind is for. */
export function fromSettings(resource: Resource): readonly Configuration[] {
  const kind = FILE_KINDS.find((known) => known === resource.type)
  return kind === undefined ? [] : [fileConfiguration(FILES[kind], resource, resource)]
}

/** The configuration that `file` holds: an object of its own, or the part of another one that has the same fields. */
function fileConfiguration(name: FileProgram, file: Reader, owner: Resource): Configuration {
  return {
    name,
    sources: [owner],
    written: writtenInFile(name, file),
    hasFile: true,
    home: (setting) => file.at(...setting.split('.')),
    write: (setting, value) => [
      setPlace(file.at(...setting.split('.')), jsonOf(name, setting, value)),
    ],
  }
}

/** The settings that a file says. */
export function writtenInFile(name: FileProgram, file: Reader): readonly Written[] {
  return Object.keys(SETTINGS[name]).flatMap((setting) => {
    const field = file.get(...setting.split('.'))
    return field === undefined ? [] : [{ ...field, name: setting, from: 'config file' }]
  })
}

// Switches and numbers are written as such.
function jsonOf(name: FileProgram, setting: string, value: string): Json {
  if (factsOf(name, setting).adds === true) return value.split(',')
  if (value === 'true' || value === 'false') return value === 'true'
  return /^-?\d+$/.test(value) ? Number(value) : value
}

/** The part of an object at `path`, when it is a mapping. */
export function partAt(part: Reader, ...path: readonly (string | number)[]): Reader | undefined {
  const field = part.get(...path)
  if (field === undefined || !isMapping(field.value)) return undefined
  return partOf(part.document, [...part.path, ...path], field.value)
}
