import { convert } from '../convert.ts'
import { isUnknown, type Value } from '../value.ts'
import { anything, whole, type TerraformFunction } from './function.ts'

/** Terraform's functions that convert and hide values. */
export const TYPE_FUNCTIONS = {
  tostring: converting({ kind: 'string' }),
  tonumber: converting({ kind: 'number' }),
  tobool: converting({ kind: 'bool' }),
  tolist: converting({ kind: 'list', of: { kind: 'any' } }),
  toset: converting({ kind: 'set', of: { kind: 'any' } }),
  tomap: converting({ kind: 'map', of: { kind: 'any' } }),
  // Whoever calls a value sensitive does not want it shown.
  sensitive: anything((_, { untold }) => untold()),
  ephemeralasnull: whole(() => null),
  nonsensitive: anything(([value], { untold }) => value ?? untold()),
} as const satisfies Readonly<Record<string, TerraformFunction>>

function converting(type: Parameters<typeof convert>[1]): TerraformFunction {
  return anything(([value], { untold }): Value => {
    if (value === undefined) return untold()
    // A reference stays one whatever its type: what it leads to is what counts.
    return isUnknown(value) ? value : convert(value, type)
  })
}
