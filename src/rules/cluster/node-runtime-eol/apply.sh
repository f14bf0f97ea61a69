# One node after the other. Where the provider makes the nodes, a new node image brings the runtime with it.
kubectl drain worker-1 --ignore-daemonsets --delete-emptydir-data
ssh worker-1 'sudo apt-get update && sudo apt-get install --yes containerd.io && sudo systemctl restart containerd kubelet'
kubectl wait --for=condition=Ready node/worker-1 --timeout=10m
kubectl uncordon worker-1
kubectl get nodes -o custom-columns=NAME:.metadata.name,RUNTIME:.status.nodeInfo.containerRuntimeVersion
