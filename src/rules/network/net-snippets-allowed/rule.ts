import { setPlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'

export const netSnippetsAllowed = defineRule({
  id: 'net-snippets-allowed',
  title: 'Let the ingress controller refuse snippets',
  topic: 'exposure',
  severity: 'high',
  references: [
    {
      title: 'CVE-2021-25742: Ingress-nginx custom snippets allow retrieval of secrets',
      url: 'https://github.com/kubernetes/kubernetes/issues/126811',
    },
    {
      title: 'ingress-nginx: ConfigMaps, allow-snippet-annotations',
      url: 'https://github.com/kubernetes/ingress-nginx/blob/main/docs/user-guide/nginx-configuration/configmap.md',
    },
  ],

  subject: ['ConfigMap'],
  check(config) {
    const setting = config.get('data', 'allow-snippet-annotations')
    if (setting?.value !== 'true') return []
    return [
      {
        place: setting.place,
        message:
          'The ingress controller takes lines for its proxy from every Ingress: who may write one may read all Secrets.',
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // Ingresses with snippets are no longer served as they say
    edit: (_, { place }) => [setPlace(place, 'false')],
  },
})
