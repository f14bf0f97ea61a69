import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { toleratesEverything } from './rule.ts'

const PLACED =
  "The pod may be placed on any node, the control plane's and reserved ones included: it tolerates every taint."
const STAYS =
  'The pod stays on a node that has failed or is to be emptied: it tolerates every taint that would move it.'
const REFUSED = '? The pod may tolerate every taint: the API server refuses what is written there.'

describe('tolerates-everything', () => {
  it.each([
    { tolerations: '{ operator: Exists }', message: PLACED },
    { tolerations: '{ operator: Exists, effect: NoExecute }', message: STAYS },
    {
      tolerations:
        '{ operator: Exists, effect: NoExecute }, { operator: Exists, effect: NoSchedule }',
      message: PLACED,
    },
    { tolerations: '{ operator: Exists }, { operator: Equal }', message: REFUSED },
  ])('says what comes of $tolerations', ({ tolerations, message }) => {
    const manifest = `
apiVersion: v1
kind: Pod
metadata: { name: web }
spec: { containers: [{ name: web }], tolerations: [${tolerations}] }
`
    expect(messagesOf(chargesUnder('1.37', toleratesEverything, manifest))).toEqual([message])
  })
})
