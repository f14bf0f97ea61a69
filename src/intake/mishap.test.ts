import { expect, it } from 'vitest'
import type { FaultCode } from '../base/fault-codes.data.ts'
import { coverageOf, missed, noted, type Mishap } from './mishap.ts'

const fault = (code: FaultCode): Mishap['fault'] => ({ code, at: '', message: '', remedy: '' })

it('counts each fault once, for the thing it kept from being examined', () => {
  const mishaps = [
    missed('files', fault('INTAKE_PATCH')),
    missed('documents', fault('INTAKE_YAML')),
    missed('files', fault('INTAKE_BINARY')),
    missed('files', fault('INTAKE_PATCH')),
    noted(fault('INTAKE_DUPLICATE_KEY')),
  ]
  expect(coverageOf('files', 3, mishaps)).toEqual({
    what: 'files',
    asked: 6,
    examined: 3,
    reasons: [
      { why: 'a Kustomize patch, part of an object only', count: 2 },
      { why: 'binary content', count: 1 },
    ],
  })
  expect(coverageOf('objects', 0, mishaps)).toEqual({
    what: 'objects',
    asked: 0,
    examined: 0,
    reasons: [],
  })
})
