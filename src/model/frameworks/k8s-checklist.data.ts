import type { Framework } from '../control.ts'

/** The page has no numbers: ours count a section's boxes and then what its text demands beyond them. */
export const K8S_CHECKLIST: Framework = {
  id: 'k8s-checklist',
  title: 'Kubernetes: Security Checklist',
  edition: '2026',
  url: 'https://kubernetes.io/docs/concepts/security/security-checklist/',
  read: '2026-11-24',
  sections: [
    {
      scope: ['identity'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#authentication-authorization',
      controls: {
        'authn-authz/1': 'Nobody authenticates as system:masters after the cluster was set up',
      },
    },
    {
      scope: ['cluster'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#authentication-authorization',
      controls: {
        'authn-authz/2': 'The controller manager uses an account for each controller',
        'authn-authz/3': 'The root certificate is protected',
      },
    },
    {
      scope: ['cluster', 'data'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#authentication-authorization',
      controls: {
        'authn-authz/4': 'No certificate is valid for more than three years',
      },
    },
    {
      scope: ['identity'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#authentication-authorization',
      controls: {
        'authn-authz/5': 'Access is reviewed every 24 months or more often',
        'authn-authz/6': 'The good practices of role-based access control are followed',
      },
    },
    {
      scope: ['network'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#network-security',
      controls: {
        'network/1': 'The network plugin enforces network policies',
        'network/2': 'Policies for ingress and egress apply to every workload',
        'network/3': 'Every namespace denies by default, both ways and for all pods',
      },
    },
    {
      scope: ['network', 'data'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#network-security',
      controls: {
        'network/4': 'A service mesh encrypts what the cluster says to itself, where fitting',
      },
    },
    {
      scope: ['cluster', 'cloud', 'network'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#network-security',
      controls: {
        'network/5': 'API server, kubelet and etcd are not on the internet',
      },
    },
    {
      scope: ['network', 'cloud'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#network-security',
      controls: {
        'network/6': 'Workloads reach the metadata service only where they must',
      },
    },
    {
      scope: ['network'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#network-security',
      controls: {
        'network/7': 'LoadBalancers and external addresses are restricted',
      },
    },
    {
      scope: ['cluster'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#network-security',
      controls: {
        'network/8': 'Access to etcd is limited',
        'network/9': 'etcd speaks mutual TLS',
        'network/10': 'etcd has a CA of its own',
      },
    },
    {
      scope: ['cloud', 'cluster', 'network'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#network-security',
      controls: {
        'network/11': 'Access to the API server from the internet is restricted',
      },
    },
    {
      scope: ['identity'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#pod-security',
      controls: {
        'pod-security/1': 'Few may create, update, patch or delete workloads',
      },
    },
    {
      scope: ['workloads'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#pod-security',
      controls: {
        'pod-security/2': 'Every namespace enforces a fitting Pod Security Standard',
        'pod-security/3': 'Memory is limited, and the limit is no more than the request',
        'pod-security/4': 'CPU is limited for sensitive workloads, where fitting',
        'pod-security/5': 'Seccomp is on with a fitting profile',
        'pod-security/6': 'AppArmor or SELinux is on with a fitting profile',
      },
    },
    {
      scope: ['cluster'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#logs-and-auditing',
      controls: {
        'logs/1': 'Audit logs are protected from general access',
        'logs/2': 'The API server serves no logs over HTTP',
      },
    },
    {
      scope: ['workloads'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#pod-placement',
      controls: {
        'placement/1': 'Pods are placed by the sensitivity of their application',
        'placement/2': 'Sensitive applications have nodes or a sandboxed runtime of their own',
      },
    },
    {
      scope: ['data'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#secrets',
      controls: {
        'secrets/1': 'ConfigMaps hold nothing confidential',
      },
    },
    {
      scope: ['cluster'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#secrets',
      controls: {
        'secrets/2': 'Secrets are encrypted at rest',
      },
    },
    {
      scope: ['data'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#secrets',
      controls: {
        'secrets/3': 'Secrets of other stores can be brought into pods, where fitting',
      },
    },
    {
      scope: ['identity'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#secrets',
      controls: {
        'secrets/4': 'Tokens are not mounted into pods that do not need them',
        'secrets/5': 'Tokens are bound and expire',
      },
    },
    {
      scope: ['data'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#secrets',
      controls: {
        'secrets/6': 'Secrets reach pods as volumes, in memory if possible',
      },
    },
    {
      scope: ['code'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#images',
      controls: {
        'images/1': 'Images hold nothing that is not needed',
      },
    },
    {
      scope: ['workloads', 'code'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#images',
      controls: {
        'images/2': 'Images run as an unprivileged user',
      },
    },
    {
      scope: ['workloads', 'third-parties'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#images',
      controls: {
        'images/3': 'Images are named by digest, or their signatures are checked',
      },
    },
    {
      scope: ['third-parties', 'code'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#images',
      controls: {
        'images/4': 'Images are scanned regularly and flaws are patched',
      },
    },
    {
      scope: ['code'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#images',
      controls: {
        'images/5': 'Images of production have no shells and debugging tools',
        'images/6': 'Images start as an unprivileged user by themselves',
      },
    },
    {
      scope: ['workloads'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#images',
      controls: {
        'images/7': 'A user and a group are set where the image sets none',
      },
    },
    {
      scope: ['cluster'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#admission-controllers',
      controls: {
        'admission/1': 'A fitting choice of admission controllers is on',
      },
    },
    {
      scope: ['workloads', 'cluster'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#admission-controllers',
      controls: {
        'admission/2': 'Pod security is enforced by Pod Security Admission or a webhook',
      },
    },
    {
      scope: ['third-parties', 'cluster'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#admission-controllers',
      controls: {
        'admission/3': 'Admission plugins and webhooks are configured securely',
      },
    },
    {
      scope: ['cluster'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#admission-controllers',
      controls: {
        'admission/4': 'The admission plugin CertificateApproval is on',
        'admission/5': 'The admission plugin CertificateSigning is on',
        'admission/6': 'The admission plugin CertificateSubjectRestriction is on',
      },
    },
    {
      scope: ['workloads', 'cluster'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#admission-controllers',
      controls: {
        'admission/7': 'The admission plugin LimitRanger is on',
      },
    },
    {
      scope: ['cluster'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#admission-controllers',
      controls: {
        'admission/8': 'The admission plugin MutatingAdmissionWebhook is on',
      },
    },
    {
      scope: ['workloads', 'cluster'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#admission-controllers',
      controls: {
        'admission/9': 'The admission plugin PodSecurity is on',
        'admission/10': 'The admission plugin ResourceQuota is on',
      },
    },
    {
      scope: ['cluster'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#admission-controllers',
      controls: {
        'admission/11': 'The admission plugin ValidatingAdmissionWebhook is on',
      },
    },
    {
      scope: ['network', 'cluster'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#admission-controllers',
      controls: {
        'admission/12': 'The admission plugin DenyServiceExternalIPs is on',
      },
    },
    {
      scope: ['cluster'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#admission-controllers',
      controls: {
        'admission/13': 'The admission plugin NodeRestriction is on',
        'admission/14': 'The admission plugin AlwaysPullImages is on',
      },
    },
    {
      scope: ['third-parties', 'cluster'],
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#admission-controllers',
      controls: {
        'admission/15': 'The admission plugin ImagePolicyWebhook is on',
      },
    },
  ],
}
