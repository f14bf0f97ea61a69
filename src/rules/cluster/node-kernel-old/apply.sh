# One node after the other. kured does the same by itself whenever a system asks to be restarted.
kubectl drain worker-1 --ignore-daemonsets --delete-emptydir-data
ssh worker-1 'sudo apt-get update && sudo apt-get --yes full-upgrade && sudo systemctl reboot'
kubectl wait --for=condition=Ready node/worker-1 --timeout=10m
kubectl uncordon worker-1
kubectl get nodes -o custom-columns=NAME:.metadata.name,KERNEL:.status.nodeInfo.kernelVersion
