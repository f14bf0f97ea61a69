import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { partyName } from '../../src/analysis/intent/flow.ts'
import { configure } from '../../src/app/configuration/configure.ts'
import { prove } from '../../src/app/configuration/network/prove.ts'
import { ruleKey } from '../../src/app/configuration/network/rule-name.ts'
import { corpus } from './corpora.ts'
import { estateOf } from './estate.ts'

const HARBOUR = fileURLToPath(new URL('../../examples/harbour', import.meta.url))
const boutique = corpus('boutique')

/** Who still reaches the metadata of its node or kubelets: by policies of its own, which are not ours to change. */
const estates = [
  { name: 'harbour', folder: HARBOUR, open: ['shop/payments[Deployment]'] },
  { name: 'boutique', folder: boutique && join(boutique, 'kubernetes-manifests'), open: [] },
  { name: 'goat', folder: corpus('goat'), open: [] },
  { name: 'examples', folder: corpus('examples'), open: [] },
].flatMap(({ folder, ...rest }) => (folder === undefined ? [] : [{ ...rest, folder }]))

describe('the configuration of the network', () => {
  it.each(estates)('loses nothing of $name and has no rule too many', ({ folder, open }) => {
    const { scene } = estateOf(folder)
    const library = { guides: new Map(), pages: new Map() }
    const { done } = configure(['isolation', 'egress'], scene, { library })
    const proof = prove(scene, done)
    const lost = proof.flows.filter(({ fate }) => fate === 'lost').map(({ flow }) => flow)
    expect(
      lost.map(({ from, to, port }) => `${partyName(from)} > ${partyName(to)} ${port}`),
    ).toEqual([])
    expect(proof.unneeded.map(ruleKey)).toEqual([])
    expect(proof.closed.opened).toEqual([])
    const left = proof.doors.filter(({ name }) => name !== 'internet').flatMap((door) => door.after)
    expect([...new Set(left)]).toEqual(open)
    expect(proof.rules).toBeGreaterThan(0)
  })
})
