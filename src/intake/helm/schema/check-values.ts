import type { Mark } from '../../../model/making.ts'
import { decodeText } from '../../decode-text.ts'
import { faultAt } from '../../yaml/yaml-fault.ts'
import type { Chart } from '../chart/load-chart.ts'
import { ChartRefusal, refuseChart } from '../chart/refusal.ts'
import { markOf } from '../template/marks.ts'
import { give, Trouble } from '../template/trouble.ts'
import { isDict, isList, isObject, type Dict, type Value } from '../template/value.ts'
import type { Plain } from './checkable.ts'
import { misfitOf, type Misfit } from './compile-schema.ts'

/**
 * Checks the values of a chart, and of those inside, against the schemas that they bring. Throws ChartRefusal for the
 * first value that does not fit, with its place in the file that gives it, as Helm refuses to render then.
 */
export function checkValues(chart: Chart, values: Dict): void {
  if (chart.schema !== undefined) checkOwn(chart, chart.schema, values)
  for (const inner of chart.charts) {
    const own = values.get(inner.metadata.name)
    if (isDict(own)) checkValues(inner, own)
  }
}

function checkOwn({ metadata }: Chart, schema: NonNullable<Chart['schema']>, values: Dict): void {
  const misfit = guarded(schema.name, () => misfitOf(textOf(schema), plainOf(values, 0)))
  if (misfit === undefined) return
  const words = {
    code: 'INTAKE_RENDER',
    message: `The chart "${metadata.name}" refuses this value: ${nameOf(misfit.path)} ${misfit.words}.`,
    remedy: `Give it a value that ${schema.name} allows.`,
  } as const
  const mark = markOn(values, misfit.path)
  throw new ChartRefusal(
    mark === undefined
      ? { ...words, at: schema.name }
      : faultAt(mark.source, { ...words, offset: mark.start }),
  )
}

function guarded(at: string, check: () => Misfit | undefined): Misfit | undefined {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof Trouble) && !(error instanceof RangeError)) throw error
    const reason = error instanceof Trouble ? error.message : 'its values.schema.json never ends'
    return refuseChart(
      'INTAKE_CHART',
      at,
      `The values of the chart cannot be checked: ${reason}.`,
      'Mend the schema; helm template refuses it too.',
    )
  }
}

function textOf({ name, bytes }: NonNullable<Chart['schema']>): string {
  const text = decodeText(bytes, name)
  if (!text.ok) throw new ChartRefusal(text.fault)
  return text.value
}

const DEEPEST = 200

function plainOf(value: Value, depth: number): Plain {
  if (depth > DEEPEST) return give('they are nested too deeply')
  if (isDict(value))
    return Object.fromEntries([...value].map(([key, member]) => [key, plainOf(member, depth + 1)]))
  if (isList(value)) return value.map((member) => plainOf(member, depth + 1))
  if (isObject(value)) return value.text
  return typeof value === 'bigint' ? Number(value) : value
}

function nameOf(path: readonly string[]): string {
  return path.length === 0 ? 'all of them together' : `"${path.join('.')}"`
}

// Of a value that is not there the nearest one around it.
function markOn(values: Dict, path: readonly string[]): Mark | undefined {
  let value: Value = values
  let mark: Mark | undefined
  for (const step of path) {
    const key: string | number = isList(value) ? Number(step) : step
    if (!isDict(value) && !isList(value)) break
    mark = markOf(value, key) ?? mark
    value = (isList(value) ? value[Number(step)] : value.get(step)) ?? null
  }
  return mark
}
