"""What parameters, notebooks, builds, HTML, PDF and the data package promise."""
