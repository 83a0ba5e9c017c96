"""What is installed, what will work with it, and the one command that mends what will not."""
