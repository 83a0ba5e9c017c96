"""ONNX Runtime in float32: the model as PyTorch exports it, with the runtime's own fusions."""

from pathlib import Path

import numpy as np


class OnnxRuntime:
    def __init__(self, folder):
        import onnxruntime

        path = Path(folder, "model.onnx")
        if not path.is_file():
            export(folder, path)
        options = onnxruntime.SessionOptions()
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
        self.session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def forward(self, ids):
        given = {"input_ids": ids.astype(np.int64), "attention_mask": np.ones(ids.shape, np.int64)}
        return self.session.run(None, given)[0]


def export(folder, path):
    import torch
    from transformers import AutoModel

    model = AutoModel.from_pretrained(folder, attn_implementation="eager").eval()
    ids = torch.ones([2, 7], dtype=torch.long)
    free = {0: torch.export.Dim("batch"), 1: torch.export.Dim("tokens")}
    torch.onnx.export(
        model,
        (),
        str(path),
        kwargs={"input_ids": ids, "attention_mask": torch.ones_like(ids)},
        input_names=["input_ids", "attention_mask"],
        output_names=["last_hidden_state"],
        dynamic_shapes={"input_ids": free, "attention_mask": free},
        external_data=True,
        dynamo=True,
    )
