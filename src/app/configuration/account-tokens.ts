import { groupBy } from '../../base/group.ts'
import type { Pod } from '../../model/pod.ts'
import type { Scene } from '../../model/scene.ts'
import { grantsTo } from '../../rules/identity/account-grants.ts'
import {
  accountOf,
  asksForToken,
  AUTOMOUNT,
  getsToken,
} from '../../rules/identity/account-token.ts'
import { manifestOf, type Chapter, type Draft, type Manifest } from './draft.ts'
import { homelessNote, homesOf, namesOf, type Home } from './homes.ts'

/** Takes the token from every account whose pods get one and to which no role is bound. */
export function draftAccountTokens(scene: Scene): Draft {
  const drafts = homesOf(scene).map((home) => accountsOf(home, scene))
  return {
    chapters: drafts.flatMap(({ chapters }) => chapters),
    notes: [...homelessNote(scene), ...drafts.flatMap(({ notes }) => notes)],
  }
}

function accountsOf(home: Home, scene: Scene): Draft {
  const holders = home.pods.filter((pod) => holdsToken(pod, scene))
  const chapters: Chapter[] = []
  const notes: string[] = []
  for (const [account, pods] of groupBy(holders, (pod) => accountOf(pod) ?? '')) {
    const outspoken = pods.filter((pod) => pod.get(AUTOMOUNT) !== undefined)
    const who = `account "${account}" of ${home.name}`
    if (outspoken.length > 0)
      notes.push(`These ask for the token of ${who}: ${namesOf(outspoken)}.`)
    if (pods.length === outspoken.length || account === '') continue
    // A program with roles of its own is meant to call the API server.
    if (grantsTo(account, home.name, scene) === 'some') {
      if (account === 'default') notes.push(`Roles are bound to ${who}: ${MOVE_FIRST}`)
      continue
    }
    const manifest = accountManifest(account, home, scene)
    if (manifest === undefined) continue
    chapters.push({
      why: [`${home.name}: no token of "${account}" any more for ${namesOf(pods)}.`],
      manifests: [{ ...manifest, [AUTOMOUNT]: false }],
    })
  }
  return { chapters, notes }
}

const MOVE_FIRST = 'whoever uses them needs an account of its own first.'

function holdsToken(pod: Pod, scene: Scene): boolean {
  return getsToken(pod, accountOf(pod), scene) !== false && !asksForToken(pod)
}

function accountManifest(name: string, home: Home, scene: Scene): Manifest | undefined {
  const account = scene.find('ServiceAccount', home.name, name)
  if (account !== undefined) return manifestOf(account)
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: home.name } }
}
