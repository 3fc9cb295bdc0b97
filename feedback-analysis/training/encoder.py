"""The network: a small transformer (MiniLM, six layers of 384 numbers) and one layer of answers.

The encoder starts from all-MiniLM-L6-v2 as published in ONNX form.
"""

import math

import numpy
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

HEADS = 12
PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "o": "attention.output.dense",
    "n1": "attention.output.LayerNorm",
    "f1": "intermediate.dense",
    "f2": "output.dense",
    "n2": "output.LayerNorm",
}


def weights(path):
    """The weights by their names; a matrix has the name of the bias that is added to its product."""
    graph = onnx.load(path).graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    users = {}
    for node in graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)
    named = {name: array for name, array in stored.items() if name.startswith(("embeddings.", "encoder."))}
    for node in graph.node:
        if node.op_type != "MatMul":
            continue
        for matrix in (name for name in node.input if name in stored):
            for user in users.get(node.output[0], []):
                for bias in (name for name in user.input if user.op_type == "Add" and name in stored):
                    named[bias[: -len(".bias")] + ".weight"] = stored[matrix].T
    return named


class Layer(nn.Module):
    def __init__(self, width, inner):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(width, width) for _ in range(4))
        self.f1, self.f2 = nn.Linear(width, inner), nn.Linear(inner, width)
        self.n1, self.n2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, mask):
        texts, length, width = x.shape
        q, k, v = (
            part(x).view(texts, length, HEADS, width // HEADS).transpose(1, 2)
            for part in (self.q, self.k, self.v)
        )
        looks = functional.softmax(q @ k.transpose(-1, -2) / math.sqrt(width // HEADS) + mask, -1)
        x = self.n1(x + self.o((looks @ v).transpose(1, 2).reshape(texts, length, width)))
        return self.n2(x + self.f2(functional.gelu(self.f1(x))))


class Encoder(nn.Module):
    def __init__(self, named):
        super().__init__()
        tensor = lambda name: torch.tensor(numpy.array(named[name]))
        self.word = nn.Embedding.from_pretrained(tensor("embeddings.word_embeddings.weight"))
        self.pos = nn.Parameter(
            tensor("embeddings.position_embeddings.weight")
            + tensor("embeddings.token_type_embeddings.weight")[0]
        )
        width = self.word.weight.shape[1]
        self.n = nn.LayerNorm(width, eps=1e-12)
        self.n.weight.data = tensor("embeddings.LayerNorm.weight")
        self.n.bias.data = tensor("embeddings.LayerNorm.bias")
        self.layers = nn.ModuleList()
        while f"encoder.layer.{len(self.layers)}.output.dense.bias" in named:
            name = f"encoder.layer.{len(self.layers)}."
            layer = Layer(width, named[name + "intermediate.dense.bias"].shape[0])
            for part, full in PARTS.items():
                getattr(layer, part).weight.data = tensor(name + full + ".weight")
                getattr(layer, part).bias.data = tensor(name + full + ".bias")
            self.layers.append(layer)

    def forward(self, numbers, present):
        x = self.n(self.word(numbers) + self.pos[: numbers.shape[1]])
        mask = (1 - present)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Reader(nn.Module):
    def __init__(self, encoder, answers, dropout):
        super().__init__()
        self.bert = encoder
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(encoder.word.weight.shape[1], answers)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.constant_(self.head.bias, -2.5)

    def forward(self, numbers, present, pool):
        """Logits per clause; pool tells each clause's share of each piece of all texts."""
        x = self.bert(numbers, present)
        return self.head(self.dropout(pool @ x.reshape(-1, x.shape[-1])))
