import { describe, expect, it } from 'vitest'
import {
  ALL_CONNECTIONS,
  connectionsTo,
  connectionText,
  contains,
  everyPortOf,
  includes,
  intersection,
  isEmpty,
  minus,
  NO_CONNECTIONS,
  union,
} from './connection-set.ts'

const web = union(connectionsTo('TCP', 80), connectionsTo('TCP', 443))
const dns = connectionsTo('UDP', 53)

describe('connectionText', () => {
  it.each([
    { set: ALL_CONNECTIONS, text: 'All Connections' },
    { set: NO_CONNECTIONS, text: 'No Connections' },
    { set: union(web, dns), text: 'TCP 80,443,UDP 53' },
    { set: connectionsTo('TCP', 8000, 9000), text: 'TCP 8000-9000' },
    { set: union(connectionsTo('TCP', 80), connectionsTo('TCP', 81)), text: 'TCP 80-81' },
    { set: union(dns, connectionsTo('SCTP', 7)), text: 'SCTP 7,UDP 53' },
    {
      set: minus(ALL_CONNECTIONS, web),
      text: 'SCTP 1-65535,TCP 1-79,81-442,444-65535,UDP 1-65535',
    },
  ])('writes $text', ({ set, text }) => expect(connectionText(set)).toBe(text))

  it('keeps all protocols apart from all ports of those that policies can name', () => {
    const named = union(union(everyPortOf('TCP'), everyPortOf('UDP')), everyPortOf('SCTP'))
    expect(connectionText(named)).toBe('SCTP 1-65535,TCP 1-65535,UDP 1-65535')
  })
})

it('takes out, meets and finds ports', () => {
  const range = connectionsTo('TCP', 70, 90)
  expect(connectionText(minus(range, web))).toBe('TCP 70-79,81-90')
  expect(connectionText(intersection(range, web))).toBe('TCP 80')
  expect(contains(range, 'TCP', 90)).toBe(true)
  expect(contains(range, 'UDP', 90)).toBe(false)
  expect(includes(range, connectionsTo('TCP', 71))).toBe(true)
  expect(includes(range, web)).toBe(false)
})

it('takes what no policy can name for no connection', () => {
  expect(isEmpty({ ...NO_CONNECTIONS, other: true })).toBe(true)
  expect(isEmpty(dns)).toBe(false)
})
