import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { SNIPPET_ANNOTATIONS } from '../snippet-annotations.data.ts'

export const netSnippetAnnotation = defineRule({
  id: 'net-snippet-annotation',
  title: 'Configure an Ingress without snippets of the proxy',
  topic: 'exposure',
  severity: 'high',
  references: [
    {
      title: 'CVE-2021-25742: Ingress-nginx custom snippets allow retrieval of secrets',
      url: 'https://github.com/kubernetes/kubernetes/issues/126811',
    },
    {
      title: 'Kubernetes blog: Ingress-nginx CVE-2025-1974, what you need to know',
      url: 'https://kubernetes.io/blog/2025/03/24/ingress-nginx-cve-2025-1974/',
    },
  ],

  subject: ['Ingress'],
  check(ingress) {
    return SNIPPET_ANNOTATIONS.keys.flatMap((key) => {
      const snippet = ingress.get('metadata', 'annotations', key)
      if (snippet === undefined || snippet.value === '') return []
      return [
        {
          place: snippet.place,
          message: `Ingress "${ingress.name}" writes lines of its own into the proxy of the whole cluster, which holds the Secrets of all Ingresses.`,
          sure: true,
        },
      ]
    })
  },

  fix: {
    risk: 'mayBreak', // what the lines did for the site has to be done by an annotation or by the program
    edit: (_, { place }) => [removePlace(place)],
  },
})
