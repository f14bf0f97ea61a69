import { describe, expect, it } from 'vitest'
import { ALL_CONNECTIONS, connectionsTo, connectionText, NO_CONNECTIONS } from './connection-set.ts'
import { ALL, createSetTable, NONE } from './set-table.ts'

describe('a table of sets', () => {
  const table = createSetTable()
  const [web, names] = [
    table.idOf(connectionsTo('TCP', 80, 90)),
    table.idOf(connectionsTo('UDP', 53)),
  ]
  const textOf = (id: number): string => connectionText(table.setOf(id))

  it('gives equal sets one id', () => {
    expect(table.idOf(connectionsTo('TCP', 80, 90))).toBe(web)
    expect(table.idOf(NO_CONNECTIONS)).toBe(NONE)
    expect(table.idOf(ALL_CONNECTIONS)).toBe(ALL)
  })

  it.each([
    { name: 'both', id: () => table.unite(web, names), is: 'TCP 80-90,UDP 53' },
    { name: 'both, asked again', id: () => table.unite(web, names), is: 'TCP 80-90,UDP 53' },
    { name: 'with all', id: () => table.unite(web, ALL), is: 'All Connections' },
    { name: 'with none', id: () => table.unite(NONE, web), is: 'TCP 80-90' },
    { name: 'what they share', id: () => table.meet(web, names), is: 'No Connections' },
    { name: 'what it shares with all', id: () => table.meet(ALL, web), is: 'TCP 80-90' },
    { name: 'what it shares with none', id: () => table.meet(web, NONE), is: 'No Connections' },
    {
      name: 'without some',
      id: () => table.take(web, table.idOf(connectionsTo('TCP', 85))),
      is: 'TCP 80-84,86-90',
    },
    { name: 'without all', id: () => table.take(web, ALL), is: 'No Connections' },
    { name: 'without itself', id: () => table.take(web, web), is: 'No Connections' },
    { name: 'without none', id: () => table.take(web, NONE), is: 'TCP 80-90' },
  ])('works out $name', ({ id, is }) => {
    expect(textOf(id())).toBe(is)
  })
})
