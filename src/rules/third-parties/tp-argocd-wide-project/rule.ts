import { memberOf } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'

export const tpArgocdWideProject = defineRule({
  id: 'tp-argocd-wide-project',
  title: 'Say which repositories an Argo CD project may deploy where',
  topic: 'third-party-rights',
  severity: 'medium',
  references: [
    {
      title: 'Argo CD: Projects',
      url: 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/',
    },
  ],

  subject: ['argoproj.io/AppProject'],
  check(project) {
    const source = project.list('spec', 'sourceRepos').find(({ value }) => value === '*')
    if (source === undefined || !mayGoAnywhere(project)) return []
    const what = mayMakeAllKinds(project) ? 'objects of every kind' : 'objects'
    return [
      {
        place: source.place,
        message: `Applications of project "${project.name}" may deploy ${what} from any repository to any namespace.`,
        sure: true,
      },
    ]
  },
})

function mayGoAnywhere(project: Resource): boolean {
  return project
    .list('spec', 'destinations')
    .some(({ value }) => memberOf(value, 'namespace') === '*')
}

function mayMakeAllKinds(project: Resource): boolean {
  return project
    .list('spec', 'clusterResourceWhitelist')
    .some(({ value }) => memberOf(value, 'group') === '*' && memberOf(value, 'kind') === '*')
}
