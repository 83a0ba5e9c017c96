"""The functions at the top of `tf` that answer old argument forms; `tfcompat.tf1` hands them out."""
