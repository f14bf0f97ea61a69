import { decodeText } from '../decode-text.ts'
import type { ChartOrder } from '../kustomize/chart.ts'
import type { Node, ScalarNode } from '../kustomize/node.ts'
import { readBytes } from '../read-bytes.ts'
import { CHART_LIMITS } from './chart/chart-file.ts'
import { mergeMaps } from './chart/coalesce.ts'
import { readValues, type Chart } from './chart/load-chart.ts'
import { ChartRefusal } from './chart/refusal.ts'
import { copyMarks, setMark } from './template/marks.ts'
import { isDict, type Dict, type Value } from './template/value.ts'

/**
 * The values that a kustomization gives a chart: a file and what it writes out itself, put together in one of three
 * ways, and then further files. Throws ChartRefusal for a file that cannot be read.
 */
export function orderedValues(
  { valuesFile, moreValuesFiles, valuesInline, valuesMerge }: ChartOrder,
  chart: Chart,
  nameOf: (path: string) => string,
): Dict {
  const read = (path: string): Dict => valuesIn(path, nameOf(path))
  const file = valuesFile === undefined ? chart.values : read(valuesFile)
  const inline = valuesInline === undefined ? undefined : dictOf(valuesInline)
  const first = inline === undefined ? file : together(file, inline, valuesMerge)
  return moreValuesFiles.map(read).reduce(mergeMaps, first)
}

function together(file: Dict, inline: Dict, how: ChartOrder['valuesMerge']): Dict {
  switch (how) {
    case 'replace':
      return inline
    case 'merge':
      return withoutNulls(mergeMaps(inline, file), file)
    case 'override':
      return withoutNulls(mergeMaps(file, inline), inline)
  }
}

// Kustomize takes a null for a word about the other values, and does not hand it on to Helm.
function withoutNulls(merged: Dict, over: Dict): Dict {
  const kept: Dict = new Map(merged)
  copyMarks(merged, kept)
  for (const [key, value] of over) {
    const known = kept.get(key) ?? null
    if (value === null) kept.delete(key)
    else if (isDict(value) && isDict(known)) kept.set(key, withoutNulls(known, value))
  }
  return kept
}

function valuesIn(path: string, file: string): Dict {
  const bytes = readBytes(path, file, CHART_LIMITS.maxBytes)
  const text = bytes.ok ? decodeText(bytes.value, file) : bytes
  if (!text.ok) throw new ChartRefusal(text.fault)
  return readValues({ file, text: text.value })
}

function dictOf(node: Node): Dict {
  const value = valueOf(node)
  return isDict(value) ? value : new Map()
}

// Helm reads the words that Kustomize writes: `yes` is true to it.
function scalarOf({ value, isTrue }: ScalarNode): Value {
  return isTrue ?? (typeof value === 'bigint' ? Number(value) : value)
}

function valueOf(node: Node): Value {
  switch (node.kind) {
    case 'scalar':
      return scalarOf(node)
    case 'list': {
      const list = node.members.map(valueOf)
      node.members.forEach(({ origin }, index) => setMark(list, index, origin))
      return list
    }
    case 'mapping': {
      const dict: Dict = new Map()
      for (const [key, member] of node.members) {
        dict.set(key, valueOf(member))
        setMark(dict, key, member.origin)
      }
      return dict
    }
  }
}
