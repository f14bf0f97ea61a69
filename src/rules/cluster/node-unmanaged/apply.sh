# Machines that no program of the cloud made: each has somebody who patches and replaces it. Written where the node is
# made as well, so that it comes back with it.
kubectl annotate node rack-1 shop.example/owner=platform-team
