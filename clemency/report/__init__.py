"""Report: parameters, running the notebooks, HTML, PDF and the data package."""
