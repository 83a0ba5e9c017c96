"""Records of what programs fetched, and their comparison."""
