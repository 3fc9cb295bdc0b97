"""Writes the taught reader for ONNX Runtime: python3 write_onnx.py reader.pt reader.onnx.

Matrices and word embeddings are kept in a byte a weight, scaled per column and per row; activations are scaled as
they come. One text at a time: 'ids' are its pieces, 'pool' each clause's share of each piece, 'scores' the answers.
"""

import math
import sys

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from encoder import HEADS

OPSET = 17


class Graph:
    def __init__(self, weights):
        self.weights = weights
        self.constants, self.nodes = [], []

    def constant(self, array):
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(numpy.ascontiguousarray(array), name))
        return name

    def numbers(self, *values):
        return self.constant(numpy.array(values, numpy.int64))

    def weight(self, name):
        return self.constant(self.weights[name])

    def node(self, kind, *inputs, outputs=1, **attributes):
        names = [f"n{len(self.nodes)}_{at}" for at in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, **attributes))
        return names[0] if outputs == 1 else names

    def norm(self, x, name):
        weight, bias = self.weight(name + ".weight"), self.weight(name + ".bias")
        return self.node("LayerNormalization", x, weight, bias, axis=-1, epsilon=1e-12)

    def linear(self, x, matrix, bias):
        """x times the matrix in whole numbers, scaled back, plus the bias."""
        rounded, scale, zero = self.node("DynamicQuantizeLinear", x, outputs=3)
        small, scales = in_bytes(matrix.T, 0)
        none = self.constant(numpy.array(0, numpy.int8))
        product = self.node("MatMulInteger", rounded, self.constant(small), zero, none)
        factor = self.node("Mul", scale, self.constant(scales[0]))
        exact = self.node("Mul", self.node("Cast", product, to=TensorProto.FLOAT), factor)
        return self.node("Add", exact, self.constant(bias))

    def embedding(self):
        small, scales = in_bytes(self.weights["bert.word.weight"], 1)
        rows = self.node("Cast", self.node("Gather", self.constant(small), "ids"), to=TensorProto.FLOAT)
        words = self.node("Mul", rows, self.node("Gather", self.constant(scales), "ids"))
        start = self.numbers(0)
        places = self.node("Slice", self.weight("bert.pos"), start, self.node("Shape", "ids"), start)
        return self.norm(self.node("Add", words, places), "bert.n")

    def layer(self, x, name):
        w = lambda part: self.weights[f"{name}{part}.weight"]
        b = lambda part: self.weights[f"{name}{part}.bias"]
        width = len(b("q"))
        size = width // HEADS
        shape, flat = self.numbers(-1, HEADS, size), self.numbers(-1, width)
        matrix = numpy.concatenate([w("q") / math.sqrt(size), w("k"), w("v")])
        bias = numpy.concatenate([b("q") / math.sqrt(size), b("k"), b("v")])
        parts = self.node("Split", self.linear(x, matrix, bias), outputs=3, axis=1)
        q, k, v = (
            self.node("Transpose", self.node("Reshape", part, shape), perm=order)
            for part, order in zip(parts, ([1, 0, 2], [1, 2, 0], [1, 0, 2]))
        )
        looks = self.node("Softmax", self.node("MatMul", q, k), axis=-1)
        seen = self.node("Transpose", self.node("MatMul", looks, v), perm=[1, 0, 2])
        seen = self.linear(self.node("Reshape", seen, flat), w("o"), b("o"))
        x = self.norm(self.node("Add", x, seen), name + "n1")
        inner = self.linear(x, w("f1"), b("f1"))
        root = self.constant(numpy.array(math.sqrt(2), numpy.float32))
        one = self.constant(numpy.array(1, numpy.float32))
        half = self.constant(numpy.array(0.5, numpy.float32))
        curve = self.node("Add", self.node("Erf", self.node("Div", inner, root)), one)
        inner = self.node("Mul", self.node("Mul", inner, curve), half)
        return self.norm(self.node("Add", x, self.linear(inner, w("f2"), b("f2"))), name + "n2")

    def model(self):
        x = self.embedding()
        at = 0
        while f"bert.layers.{at}.q.bias" in self.weights:
            x = self.layer(x, f"bert.layers.{at}.")
            at += 1
        clauses = self.node("MatMul", "pool", x)
        answers = self.node("MatMul", clauses, self.constant(self.weights["head.weight"].T))
        logits = self.node("Add", answers, self.weight("head.bias"))
        self.nodes.append(helper.make_node("Sigmoid", [logits], ["scores"]))
        tensor = helper.make_tensor_value_info
        graph = helper.make_graph(
            self.nodes,
            "reader",
            [tensor("ids", TensorProto.INT64, ["pieces"]), tensor("pool", TensorProto.FLOAT, ["clauses", "pieces"])],
            [tensor("scores", TensorProto.FLOAT, ["clauses", len(self.weights["head.bias"])])],
            self.constants,
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)])
        model.ir_version = 8
        onnx.checker.check_model(model)
        return model


def in_bytes(matrix, axis):
    """The matrix in whole numbers up to 127, and the scale of each column (axis 0) or row (axis 1)."""
    scales = (numpy.maximum(numpy.abs(matrix).max(axis, keepdims=True), 1e-8) / 127).astype(numpy.float32)
    return numpy.round(matrix / scales).astype(numpy.int8), scales


if __name__ == "__main__":
    state = {name: tensor.float().numpy() for name, tensor in torch.load(sys.argv[1]).items()}
    onnx.save(Graph(state).model(), sys.argv[2])
