# From 1.35 to 1.37 there are two upgrades. Each is finished, nodes included, before the next begins.
kubeadm upgrade apply v1.36.4 && kubectl get nodes   # then every node: kubeadm upgrade node, kubelet 1.36.4
kubeadm upgrade apply v1.37.1 && kubectl get nodes   # then every node: kubeadm upgrade node, kubelet 1.37.1
# Cluster API: spec.version of the KubeadmControlPlane to v1.36.4, wait until it is Ready, the MachineDeployments after
# it, and only then v1.37.1.
