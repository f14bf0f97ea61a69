import type { Hcl } from './hcl-text.ts'

/**
 * The value that closes a fault wherever there is one right value: by the id of the rule and the argument, its blocks
 * written with dots. What costs money, takes a choice or makes a cluster anew is not here. Source of the arguments: the
 * pages of the rules, each of which names the documentation; read 2026-11-25.
 */
export const ARGUMENTS: Readonly<Record<string, Readonly<Record<string, Hcl>>>> = {
  'acr-open': { admin_enabled: false, anonymous_pull_enabled: false },
  'aks-kv-rotation': { 'key_vault_secrets_provider.secret_rotation_enabled': true },
  'aks-local-accounts': { local_account_disabled: true },
  'aks-node-public-ip': {
    'default_node_pool.node_public_ip_enabled': false,
    'default_node_pool.enable_node_public_ip': false,
    node_public_ip_enabled: false,
    enable_node_public_ip: false,
  },
  'aks-policy-defender': { azure_policy_enabled: true },
  'aks-rbac-off': { role_based_access_control_enabled: true },
  'aks-run-command': { run_command_enabled: false },
  'bucket-public': {
    acl: 'private',
    ignore_public_acls: true,
    block_public_acls: true,
    block_public_policy: true,
    restrict_public_buckets: true,
    allow_nested_items_to_be_public: false,
    container_access_type: 'private',
  },
  'bucket-tls': {
    https_traffic_only_enabled: true,
    enable_https_traffic_only: true,
    min_tls_version: 'TLS1_2',
  },
  'cache-tls': { non_ssl_port_enabled: false, enable_non_ssl_port: false },
  'cloud-disk-export': { network_access_policy: 'DenyAll' },
  'db-backup': { backup_retention_period: 7, deletion_protection: true },
  'db-public': { publicly_accessible: false, public_network_access_enabled: false },
  'ecr-hygiene': {
    image_tag_mutability: 'IMMUTABLE',
    'image_scanning_configuration.scan_on_push': true,
  },
  'eks-deletion-protection': { deletion_protection: true },
  'eks-endpoint-private-off': { 'vpc_config.endpoint_private_access': true },
  'eks-imds': {
    'metadata_options.http_tokens': 'required',
    'metadata_options.http_put_response_hop_limit': 1,
  },
  'eks-node-disk': { 'block_device_mappings.ebs.encrypted': true },
  'eks-support-extended': { 'upgrade_policy.support_type': 'STANDARD' },
  'gke-abac': { enable_legacy_abac: false },
  'gke-alpha-extip': { 'service_external_ips_config.enabled': false },
  'gke-anonymous': { 'anonymous_authentication_config.mode': 'LIMITED' },
  'gke-channel': { 'management.auto_upgrade': true, 'management.auto_repair': true },
  'gke-dns-endpoint': {
    'control_plane_endpoints_config.dns_endpoint_config.allow_external_traffic': false,
    'control_plane_endpoints_config.dns_endpoint_config.enable_k8s_tokens_via_dns': false,
  },
  'gke-insecure-bindings': {
    'rbac_binding_config.enable_insecure_binding_system_unauthenticated': false,
    'rbac_binding_config.enable_insecure_binding_system_authenticated': false,
  },
  'gke-posture': { 'security_posture_config.mode': 'BASIC' },
  'gke-readonly-port': {
    'node_pool_defaults.node_config_defaults.insecure_kubelet_readonly_port_enabled': 'FALSE',
    'node_config.kubelet_config.insecure_kubelet_readonly_port_enabled': 'FALSE',
  },
  'gke-shielded': {
    enable_shielded_nodes: true,
    'node_config.shielded_instance_config.enable_secure_boot': true,
    'node_config.shielded_instance_config.enable_integrity_monitoring': true,
  },
  'gke-workload-identity': { 'node_config.workload_metadata_config.mode': 'GKE_METADATA' },
  'kms-rotation': {
    enable_key_rotation: true,
    rotation_period: '7776000s',
    purge_protection_enabled: true,
  },
  'queue-tls': { 'encryption_info.encryption_in_transit.client_broker': 'TLS' },
  'scw-bastion-open': { bastion_enabled: false },
  'scw-bucket-lock': { force_destroy: false },
  'scw-bucket-public': { acl: 'private' },
  'scw-k8s-acl-provider-ranges': { 'acl_rules.scaleway_ranges': false },
  'scw-k8s-delete-extra': { delete_additional_resources: false },
  'scw-k8s-mutualized-prod': { type: 'kapsule-dedicated-4' },
  'scw-lb-clear': {
    ssl_compatibility_level: 'ssl_compatibility_level_modern',
    ignore_ssl_server_verify: false,
  },
  'scw-mongo-public': { is_snapshot_schedule_enabled: true },
  'scw-rdb-at-rest': { encryption_at_rest: true },
  'scw-rdb-backup': { disable_backup: false, backup_schedule_retention: 7, is_ha_cluster: true },
  'scw-registry-public': { is_public: false },
  'scw-secret-in-state': { unprotected: false },
  'scw-sg-inbound-accept': { inbound_default_policy: 'drop' },
  'scw-vpc-acl-accept': { default_policy: 'drop' },
}
