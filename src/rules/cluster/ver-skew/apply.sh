# The control plane is never behind its nodes, and nodes are at most three minor releases behind.
kubectl version
kubectl get nodes -o custom-columns=NAME:.metadata.name,KUBELET:.status.nodeInfo.kubeletVersion
# Nodes that are too far behind go one minor release at a time, or are replaced by new ones.
kubectl drain worker-1 --ignore-daemonsets --delete-emptydir-data
ssh worker-1 'sudo kubeadm upgrade node && sudo apt-get install --yes kubelet=1.37.1-1.1 && sudo systemctl restart kubelet'
kubectl uncordon worker-1
