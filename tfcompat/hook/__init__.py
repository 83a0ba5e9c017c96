"""How the TF1 view reaches the user's code: imports, scripts, notebooks, and the libraries beside them."""
