import { setPlace, type Json } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { missingRedirect } from '../redirect.ts'

export const ingNoRedirect = defineRule({
  id: 'ing-no-redirect',
  title: 'Send everyone who comes over http to https',
  topic: 'encryption-in-transit',
  severity: 'medium',
  references: [
    {
      title: 'ingress-nginx: TLS, server-side HTTPS enforcement through redirect',
      url: 'https://kubernetes.github.io/ingress-nginx/user-guide/tls/#server-side-https-enforcement-through-redirect',
    },
    {
      title: 'AWS Load Balancer Controller: annotations, ssl-redirect',
      url: 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#ssl-redirect',
    },
    {
      title: 'Google Kubernetes Engine: HTTP to HTTPS redirects',
      url: 'https://cloud.google.com/kubernetes-engine/docs/how-to/ingress-configuration#https_redirect',
    },
  ],

  subject: [
    'Ingress',
    'route.openshift.io/Route',
    'traefik.io/IngressRoute',
    'traefik.containo.us/IngressRoute',
  ],
  check(resource, scene) {
    const gap = missingRedirect(resource, scene)
    if (gap === undefined) return []
    return [
      {
        place: gap.place,
        message: gap.sure
          ? `${resource.kind} "${resource.name}" answers over http as well as over https: ${gap.why}.`
          : `${resource.kind} "${resource.name}" may answer over http as well as over https: ${gap.why}.`,
        sure: gap.sure,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // behind a proxy that ends TLS itself a redirect may turn in circles
    edit: (resource, { place }, scene) => {
      const wanted: Json | undefined = missingRedirect(resource, scene)?.wanted
      return wanted === undefined ? [] : [setPlace(place, wanted)]
    },
  },
})
