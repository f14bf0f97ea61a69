# Patches change nothing that programs use. kubeadm itself is updated to the patch before this.
kubeadm upgrade plan
kubeadm upgrade apply v1.37.1                        # on the first node of the control plane
kubeadm upgrade node                                 # on the others, one after another
kubectl drain worker-1 --ignore-daemonsets --delete-emptydir-data
ssh worker-1 'sudo kubeadm upgrade node && sudo apt-get install --yes kubelet=1.37.1-1.1 && sudo systemctl restart kubelet'
kubectl uncordon worker-1
# Providers patch the control plane by themselves in a window you choose; node pools are upgraded by you.
