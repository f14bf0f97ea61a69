import { scalarText } from '../../../analysis/cluster/component.ts'
import { fileNamed } from '../../../analysis/cluster/named-file.ts'
import { setPlace } from '../../../model/edit.ts'
import type { Reader } from '../../../model/part.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { ADMISSION_KINDS, pluginsNamed, type AdmissionPlugin } from '../admission-plugins.ts'

const STRICT: readonly unknown[] = ['baseline', 'restricted']

export const admPsaDefault = defineRule({
  id: 'adm-psa-default',
  title: 'Enforce a Pod Security level where nobody chose one',
  topic: 'admission-defaults',
  severity: 'high',
  references: [
    {
      title:
        'Kubernetes: Enforce Pod Security Standards by Configuring the Built-in Admission Controller',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/enforce-standards-admission-controller/',
    },
  ],
  controls: {
    'cis-1.12': ['5.2.1'],
    'k8s-checklist': ['pod-security/2', 'admission/2'],
    'stig-v2r3': ['V-254800'],
  },

  subject: [...ADMISSION_KINDS, 'PodSecurityConfiguration'],
  check(file, scene) {
    if (file.type === 'PodSecurityConfiguration') return checkLevels(file)
    return pluginsNamed('PodSecurity', file).flatMap((plugin) => checkPlugin(plugin, scene))
  },

  fix: {
    risk: 'mayBreak', // pods beyond baseline are refused in namespaces without labels
    edit: (_, { place }) => (place.path.at(-1) === 'enforce' ? [setPlace(place, 'baseline')] : []),
  },
})

// A file of its own is judged itself.
function checkPlugin({ configuration, path }: AdmissionPlugin, scene: Scene): readonly Complaint[] {
  if (configuration !== undefined) return checkLevels(configuration)
  const named = fileNamed(scalarText(path?.value), ['PodSecurityConfiguration'], scene)
  if (path === undefined || named.kind !== 'unread') return []
  const message = 'Which pods are admitted by default cannot be told: this file was not read.'
  return [{ place: path.place, message, sure: false }]
}

function checkLevels(levels: Reader): readonly Complaint[] {
  return [...checkDefault(levels), ...checkExemptions(levels)]
}

function checkDefault(levels: Reader): readonly Complaint[] {
  const enforce = levels.get('defaults', 'enforce')
  if (STRICT.includes(enforce?.value)) return []
  const place = levels.at('defaults', 'enforce')
  if (enforce?.resolved === false) {
    const message = 'Namespaces without labels may admit any pod: the level is not known.'
    return [{ place, message, sure: false }]
  }
  const message = 'Namespaces without labels admit any pod, privileged ones included.'
  return [{ place, message, sure: true }]
}

const EXEMPT = [
  { list: 'namespaces', allowed: ['kube-system'], what: 'In namespace' },
  { list: 'usernames', allowed: [], what: 'Of user' },
  { list: 'runtimeClasses', allowed: [], what: 'With runtime class' },
] as const

// Of each list the first is told: who takes it out looks at the others.
function checkExemptions(levels: Reader): readonly Complaint[] {
  return EXEMPT.flatMap(({ list, allowed, what }) => {
    const names = levels.list('exemptions', list)
    const [first] = names.filter(({ value }) => !allowed.some((name) => name === value))
    if (first === undefined) return []
    const message = `${what} "${scalarText(first.value) ?? ''}" no pod is checked, whatever the namespace's labels say.`
    return [{ place: first.place, message, sure: first.resolved }]
  })
}
