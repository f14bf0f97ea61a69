/** A value that takes protection away from the kubelet, and what then is so. */
interface WeakArgument {
  readonly argument: string
  readonly isWeak: RegExp
  readonly means: string
}

/** Arguments of the kubelet by which a pool weakens what Scaleway sets. */
export const WEAK_KUBELET_ARGUMENTS = {
  source: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/',
  read: '2026-11-25',
  arguments: [
    { argument: 'anonymous-auth', isWeak: /^true$/, means: 'whoever reaches it may ask it' },
    {
      argument: 'authorization-mode',
      isWeak: /^AlwaysAllow$/,
      means: 'whoever signs in may do everything',
    },
    {
      argument: 'authentication-token-webhook',
      isWeak: /^false$/,
      means: 'the tokens of the cluster are not checked',
    },
    { argument: 'client-ca-file', isWeak: /^$/, means: 'client certificates are not checked' },
    {
      argument: 'read-only-port',
      isWeak: /^[1-9]\d*$/,
      means: 'it tells about all pods without any sign-in',
    },
    { argument: 'manifest-url', isWeak: /./, means: 'it starts what a web page tells it to' },
    {
      argument: 'rotate-certificates',
      isWeak: /^false$/,
      means: 'its certificate is not renewed',
    },
    {
      argument: 'tls-min-version',
      isWeak: /^VersionTLS1[01]$/,
      means: 'old versions of TLS are accepted',
    },
    {
      argument: 'allowed-unsafe-sysctls',
      isWeak: /./,
      means: 'pods may change settings of the kernel that others share',
    },
    {
      argument: 'seccomp-default',
      isWeak: /^false$/,
      means: 'containers get no filter of system calls',
    },
    {
      argument: 'make-iptables-util-chains',
      isWeak: /^false$/,
      means: 'rules of the firewall that it relies on are not kept',
    },
  ],
} as const satisfies {
  readonly source: string
  readonly read: string
  readonly arguments: readonly WeakArgument[]
}
