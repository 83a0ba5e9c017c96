"""Python 2 source, told apart and translated to Python 3. fissix, a successor of lib2to3, does the syntax."""
