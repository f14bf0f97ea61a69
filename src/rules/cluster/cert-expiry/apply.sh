# On each node of the control plane, a month before the first of them ends.
kubeadm certs check-expiration
kubeadm certs renew all
# The programs read them when they start: take the manifests away, wait until the pods are gone, put them back.
mkdir -p /etc/kubernetes/held && mv /etc/kubernetes/manifests/*.yaml /etc/kubernetes/held/
sleep 30
mv /etc/kubernetes/held/*.yaml /etc/kubernetes/manifests/
# Kubelets renew their own when their configuration says rotateCertificates: true.
