shares_pid = true
