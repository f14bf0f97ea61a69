# Programs that use what the next version removes come first: portolan scan --kubernetes-version 1.36 tells them.
# Always to the newest patch of the next minor release, and never past one. kubeadm itself is installed first.
apt-get update && apt-get install --yes kubeadm=1.36.4-1.1
kubeadm upgrade plan
kubeadm upgrade apply v1.36.4                        # on the first node of the control plane
kubeadm upgrade node                                 # on the others, one after another
# Then each worker: drain it, install the new kubelet, restart it, let pods in again.
kubectl drain worker-1 --ignore-daemonsets --delete-emptydir-data
ssh worker-1 'sudo kubeadm upgrade node && sudo apt-get install --yes kubelet=1.36.4-1.1 && sudo systemctl restart kubelet'
kubectl uncordon worker-1
# From a provider: aws eks update-cluster-version --name shop --kubernetes-version 1.36
#                  gcloud container clusters upgrade shop --master --cluster-version 1.36
#                  az aks upgrade --resource-group shop --name shop --kubernetes-version 1.36
