import type { Framework } from '../control.ts'

/** Groups by their vulnerability id. */
export const STIG_V2R3: Framework = {
  id: 'stig-v2r3',
  title: 'DISA Kubernetes STIG V2R3',
  edition: 'V2R3',
  url: 'https://www.stigviewer.com/stigs/kubernetes',
  read: '2026-11-24',
  sections: [
    {
      scope: ['cluster'],
      controls: {
        'V-242376': 'Controller manager: TLS 1.2 at least',
        'V-242377': 'Scheduler: TLS 1.2 at least',
        'V-242378': 'API server: TLS 1.2 at least',
        'V-242379': 'etcd: TLS for clients, no self-signed certificates',
        'V-242380': 'etcd: TLS for peers, no self-signed certificates',
      },
    },
    {
      scope: ['identity', 'cluster'],
      controls: {
        'V-242381': 'Workloads have service accounts of their own',
      },
    },
    {
      scope: ['cluster'],
      controls: {
        'V-242382': 'API server: authorization by Node and RBAC',
      },
    },
    {
      scope: ['workloads'],
      controls: {
        'V-242383': 'Own objects are in namespaces of their own',
      },
    },
    {
      scope: ['cluster'],
      controls: {
        'V-242384': 'Scheduler: listens on a secure address',
        'V-242385': 'Controller manager: listens on a secure address',
        'V-242386': 'API server: no insecure port',
        'V-242387': 'Kubelet: no read-only port',
        'V-242388': 'API server: no insecure address',
        'V-242389': 'API server: a secure port is set',
        'V-242390': 'API server: no anonymous requests',
        'V-242391': 'Kubelet: no anonymous requests',
        'V-242392': 'Kubelet: explicit authorization',
        'V-242393': 'Worker nodes: no SSH service running',
        'V-242394': 'Worker nodes: no SSH service enabled',
      },
    },
    {
      scope: ['third-parties'],
      controls: {
        'V-242395': 'The Kubernetes dashboard is not there',
      },
    },
    {
      scope: ['cluster'],
      controls: {
        'V-242396': 'kubectl cp behaves as expected',
        'V-242397': 'Kubelet: no static pods',
        'V-242398': 'DynamicAuditing is off',
        'V-242399': 'DynamicKubeletConfig is off',
        'V-242400': 'API server: no alpha APIs',
        'V-242402': 'API server: the audit log has a path',
        'V-242403': 'API server: audit records tell what, where, who and with what result',
        'V-242404': "Kubelet: keeps the node's own name",
        'V-242405': 'Manifests of static pods are owned by root',
        'V-242406': 'Configuration of the kubelet is owned by root',
        'V-242407': 'Configuration of the kubelet: mode 644 or stricter',
        'V-242408': 'Manifests of static pods: strict modes',
        'V-242409': 'Controller manager: no profiling',
      },
    },
    {
      scope: ['cluster', 'network'],
      controls: {
        'V-242410': 'API server: only approved ports and protocols',
        'V-242411': 'Scheduler: only approved ports and protocols',
        'V-242412': 'Controllers: only approved ports and protocols',
        'V-242413': 'etcd: only approved ports and protocols',
      },
    },
    {
      scope: ['workloads'],
      controls: {
        'V-242414': 'Pods use no privileged ports of the node',
      },
    },
    {
      scope: ['data'],
      controls: {
        'V-242415': 'Secrets are not given as environment variables',
      },
    },
    {
      scope: ['workloads'],
      controls: {
        'V-242417': 'What users run is apart from what manages the cluster',
      },
    },
    {
      scope: ['cluster'],
      controls: {
        'V-242418': 'API server: approved ciphers only',
        'V-242419': 'API server: a CA for clients is set',
        'V-242420': 'Kubelet: a CA for clients is set',
        'V-242421': 'Controller manager: the root CA is set',
        'V-242422': 'API server: has a certificate and key',
        'V-242423': 'etcd: clients must present certificates',
        'V-242424': 'Kubelet: has a key for TLS',
        'V-242425': 'Kubelet: has a certificate for TLS',
        'V-242426': 'etcd: peers must present certificates',
        'V-242427': 'etcd: has a key for TLS',
        'V-242428': 'etcd: has a certificate for TLS',
        'V-242429': 'API server: checks the certificate of etcd',
        'V-242430': 'API server: presents a certificate to etcd',
        'V-242431': 'API server: has the key of that certificate',
        'V-242432': 'etcd: has a certificate for its peers',
        'V-242433': 'etcd: has a key for its peers',
        'V-242434': "Kubelet: protects the kernel's settings",
        'V-242436': 'API server: the plugin ValidatingAdmissionWebhook is on',
      },
    },
    {
      scope: ['workloads', 'cluster'],
      controls: {
        'V-242437': 'A pod security policy is set',
      },
    },
    {
      scope: ['cluster'],
      controls: {
        'V-242438': 'API server: a request timeout is set',
        'V-242442': 'Old components are removed after an update',
      },
    },
    {
      scope: ['cluster', 'third-parties'],
      controls: {
        'V-242443': 'The latest updates are installed',
      },
    },
    {
      scope: ['cluster'],
      controls: {
        'V-242444': 'Manifests of components are owned by root',
        'V-242445': "etcd's data is owned by etcd",
        'V-242446': 'Files of credentials are owned by root',
        'V-242447': 'kubeconfig of kube-proxy: mode 644 or stricter',
        'V-242448': 'kubeconfig of kube-proxy is owned by root',
        'V-242449': 'CA file of the kubelet: mode 644 or stricter',
        'V-242450': 'CA file of the kubelet is owned by root',
        'V-242451': 'The PKI is owned by root',
        'V-242452': 'kubeconfig of the kubelet: mode 644 or stricter',
        'V-242453': 'kubeconfig of the kubelet is owned by root',
        'V-242454': "kubeadm's configuration is owned by root",
        'V-242455': "kubeadm's configuration: mode 644 or stricter",
        'V-242456': 'config.yaml of the kubelet: mode 644 or stricter',
        'V-242457': 'config.yaml of the kubelet is owned by root',
        'V-242459': "etcd's files: strict modes",
        'V-242460': 'Credentials of the administrator: strict modes',
        'V-242461': 'API server: audit logs are on',
        'V-242462': 'API server: the size of audit logs is set',
        'V-242463': 'API server: the number of old audit logs is set',
        'V-242464': 'API server: the age of audit logs is set',
        'V-242465': 'API server: audit logs have a path',
        'V-242466': 'Certificates of the PKI: mode 644 or stricter',
        'V-242467': 'Keys of the PKI: mode 600 or stricter',
        'V-245541': 'Kubelet: idle streams are ended',
      },
    },
    {
      scope: ['cluster', 'identity'],
      controls: {
        'V-245542': 'API server: no basic authentication',
        'V-245543': 'API server: no authentication by a file of tokens',
      },
    },
    {
      scope: ['cluster', 'data'],
      controls: {
        'V-245544': 'Endpoints use approved certificates and keys',
      },
    },
    {
      scope: ['workloads', 'cluster'],
      controls: {
        'V-254800': 'Pod Security Admission is configured',
      },
    },
    {
      scope: ['cluster'],
      controls: {
        'V-254801': 'PodSecurity is on for the API server and kubelets',
      },
    },
  ],
}
