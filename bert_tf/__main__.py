"""`python -m bert_tf COMMAND …` is `bert-tf COMMAND …`."""

from bert_tf.cli.main import main

if __name__ == "__main__":
    main()
