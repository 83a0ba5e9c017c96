"""PyTorch's side: transformers as its documentation calls it, and sentence-transformers."""

import functools

import numpy as np


class Transformers:
    """`AutoModel` in inference mode; texts in batches of 32, in the order given, padded to the longest."""

    def __init__(self, folder):
        import torch
        import transformers

        self.torch, self.package, self.folder, self.classifier = torch, transformers, folder, None

    @functools.cached_property
    def model(self):
        return self.package.AutoModel.from_pretrained(self.folder).eval()

    @functools.cached_property
    def tokenizer(self):
        return self.package.AutoTokenizer.from_pretrained(self.folder)

    def forward(self, ids):
        with self.torch.inference_mode():
            return self.model(input_ids=self.torch.tensor(ids, dtype=self.torch.long)).last_hidden_state.numpy()

    def encode(self, texts):
        found = []
        for start in range(0, len(texts), 32):
            given = self.tokenizer(
                texts[start : start + 32], padding=True, truncation=True, max_length=256, return_tensors="pt"
            )
            with self.torch.inference_mode():
                hidden = self.model(**given).last_hidden_state
            mask = given["attention_mask"][..., None]
            found.append(((hidden * mask).sum(1) / mask.sum(1)).numpy())
        return np.concatenate(found)

    def step(self, ids, labels):
        if self.classifier is None:
            self._prepare()
        self.optimizer.zero_grad(set_to_none=True)
        given = self.torch.tensor(ids, dtype=self.torch.long)
        loss = self.classifier(input_ids=given, labels=self.torch.tensor(labels)).loss
        loss.backward()
        self.optimizer.step()
        return float(loss.detach())

    def _prepare(self):
        self.classifier = self.package.AutoModelForSequenceClassification.from_pretrained(self.folder).train()
        self.optimizer = self.torch.optim.AdamW(self.classifier.parameters(), lr=2e-5)


class TransformersSorted(Transformers):
    """The same with texts sorted by their length in words first."""

    def encode(self, texts):
        order = np.argsort([len(each.split()) for each in texts], kind="stable")[::-1]
        found = super().encode([texts[place] for place in order])
        back = np.empty_like(found)
        back[order] = found
        return back


class SentenceTransformers:
    """`SentenceTransformer.encode` with its defaults: sorted by length, batches of 32, mean pooling."""

    def __init__(self, folder):
        from sentence_transformers import SentenceTransformer, models

        trunk = models.Transformer(folder, max_seq_length=256)
        pooling = models.Pooling(trunk.get_word_embedding_dimension(), pooling_mode="mean")
        self.model = SentenceTransformer(modules=[trunk, pooling], device="cpu")

    def encode(self, texts):
        return self.model.encode(texts, show_progress_bar=False)
