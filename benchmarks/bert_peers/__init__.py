"""What `benchmarks/bert.py` compares: one library each, in a process of its own, behind one set of methods.

A peer has what it can do of:

    forward(ids)            int32 [B,T] -> the last hidden states [B,T,H], float32
    encode(texts)           strings -> their mean-pooled vectors [N,H], float32
    step(ids, labels)       one training step of a two-class classifier, dropout on -> the loss

PEERS: a name in the tables -> module, class, and what its process' environment needs.
NEEDS: a module -> the packages without which its peers are left out.
EXACT: the peers whose results must be transformers'; keras_hub takes GELU's approximation whatever the checkpoint says.
"""

ONEDNN = {"TF_ENABLE_ONEDNN_OPTS": "1"}
PLAIN = {"TF_ENABLE_ONEDNN_OPTS": "0"}

PEERS = {
    "bert_tf": ("ours", "BertTf", ONEDNN),
    "bert_tf, oneDNN off": ("ours", "BertTf", PLAIN),
    "bert_tf, short_text": ("ours", "BertTfShortText", ONEDNN),
    "transformers": ("with_torch", "Transformers", {}),
    "transformers, padded 32": ("with_torch", "Transformers", {}),
    "transformers, sorted 32": ("with_torch", "TransformersSorted", {}),
    "sentence-transformers": ("with_torch", "SentenceTransformers", {}),
    "keras_hub": ("with_keras_hub", "KerasHub", PLAIN),
    "keras_hub, oneDNN on": ("with_keras_hub", "KerasHub", ONEDNN),
    "keras_hub, XLA": ("with_keras_hub", "KerasHubXla", PLAIN),
    "keras_hub, predict": ("with_keras_hub", "KerasHubPredict", PLAIN),
    "ONNX Runtime": ("with_onnx", "OnnxRuntime", {}),
    "products alone, TensorFlow": ("products", "InTensorFlow", PLAIN),
    "products alone, TensorFlow, oneDNN on": ("products", "InTensorFlow", ONEDNN),
    "products alone, torch": ("products", "InTorch", {}),
}
NEEDS = {
    "ours": ["tensorflow"],
    "with_torch": ["transformers"],
    "with_keras_hub": ["keras_hub"],
    "with_onnx": ["onnxruntime", "onnxscript"],
    "products": ["tensorflow", "torch"],
}
EXACT = {name for name, (module, *_) in PEERS.items() if module in ("ours", "with_torch", "with_onnx")}
