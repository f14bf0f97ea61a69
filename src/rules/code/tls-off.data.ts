/**
 * How programs are told to trust any certificate: variables and the values that say so, and words of commands. Source: the
 * manuals of curl, wget, git, npm, yarn, pip, uv, apt, dnf, Go, Composer, conda, Maven, kubectl and Node.js, read
 * 2026-11-25.
 */
export const TLS_OFF = {
  variables: {
    NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
    PYTHONHTTPSVERIFY: /^0$/,
    GIT_SSL_NO_VERIFY: /^(?:1|true|yes|on)$/i,
    NPM_CONFIG_STRICT_SSL: /^false$/i,
    npm_config_strict_ssl: /^false$/i,
    YARN_ENABLE_STRICT_SSL: /^(?:0|false)$/i,
    PIP_TRUSTED_HOST: /\S/,
    UV_INSECURE_HOST: /\S/,
    GOINSECURE: /\S/,
    CONDA_SSL_VERIFY: /^false$/i,
  },
  /** Whatever the program. */
  words: [
    /^--no-check-certificate$/,
    /^--insecure-skip-tls-verify(?:=true)?$/,
    /\bAcquire::https(?:::[\w.-]+)?::Verify-(?:Peer|Host)["'\s=]+(?:false|no|0)/i,
    /(?:^|[\s.])sslverify\s*=\s*(?:0|false|no)\b/i,
    /^http\.(?:\S*\.)?sslVerify=(?:false|0)$/i,
    /^-Dmaven\.wagon\.http\.ssl\.(?:insecure|allowall)=true$/,
    /^-Daether\.connector\.https\.securityMode=insecure$/,
    /^--(?:no-strict-ssl|strict-ssl=false)$/,
    /^strict-ssl=false$/,
    /^--(?:trusted-host|allow-insecure-host)(?:=.*)?$/,
    /:ssl_verify_mode:\s*0/,
  ],
  /** Two words behind one another. */
  pairs: [
    [/^http\.(?:\S*\.)?sslVerify$/i, /^(?:false|0)$/i],
    [/^strict-ssl$/, /^false$/],
    [/^--strict-ssl$/, /^false$/],
    [/^ssl_verify$/, /^(?:false|no)$/i],
    [/^disable-tls$/, /^true$/],
    [/^(?:global|install)\.trusted-host$/, /\S/],
  ],
} as const
