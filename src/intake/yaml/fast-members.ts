import { makeOfItems, takeItems } from './fast-items.ts'
import { makerOf, type Shape } from './fast-shapes.ts'
import { keyOfNode, nodeAfter } from './layout-table.ts'
import { assign, type Members } from './members.ts'
import { noteRepeats } from './repeats.ts'

/** Ends the mapping whose node is `row` and whose values wait as the items from `from` on. */
export function takeMembers(row: number, shape: Shape, from: number): Members {
  const make = makerOf(shape)
  return make === undefined ? assemble(row, takeItems(from)) : makeOfItems(make, from)
}

// Where a key stands twice, its last value counts.
function assemble(row: number, values: readonly unknown[]): Members {
  const members: Members = {}
  let node = row + 1
  for (const value of values) {
    assign(members, keyOfNode(node), value)
    node = nodeAfter(node)
  }
  noteRepeats(row, members, values.length)
  return members
}
