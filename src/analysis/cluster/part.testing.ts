import { readYaml } from '../../intake/yaml/read-yaml.ts'
import { partOf, type Reader } from '../../model/part.ts'
import { formatPath, type Place } from '../../model/place.ts'

/** The root of a document. */
export function rootOf(text: string): Reader {
  const [document] = readYaml({ file: 'file.yaml', text }).documents
  if (document === undefined) throw new Error('The example is not whole.')
  return partOf(document, [], document.value)
}

/** The path of a place, as reports write it. */
export function wayOf({ path }: Place): string {
  return formatPath(path)
}
