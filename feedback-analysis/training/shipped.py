"""The weights of a reader out of the file that the product ships, for training to go on from them."""

import math

import numpy
import onnx
import torch
from onnx import numpy_helper

from encoder import HEADS


class Constants:
    """The constants of a model in the order in which write_onnx.py made them."""

    def __init__(self, path):
        stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in onnx.load(path).graph.initializer}
        self.rest = [stored[f"c{at}"] for at in range(len(stored))]

    def next(self):
        return self.rest.pop(0)

    def skip(self, count):
        del self.rest[:count]

    def linear(self):
        """Matrix and bias of a step in whole numbers: what it adds, the numbers, their scales, the bias."""
        self.skip(1)
        small, scales, bias = self.next(), self.next(), self.next()
        return (small * scales).T.astype(numpy.float32), bias


def weights(path):
    """All weights by the names that Reader.state_dict() has for them."""
    constants = Constants(path)
    small, scales = constants.next(), constants.next()
    found = {"bert.word.weight": small * scales}
    constants.skip(1)
    found["bert.pos"] = constants.next()
    found["bert.n.weight"], found["bert.n.bias"] = constants.next(), constants.next()
    layer = 0
    while len(constants.rest) > 2:
        layer_of(constants, f"bert.layers.{layer}.", found)
        layer += 1
    found["head.weight"], found["head.bias"] = constants.next().T, constants.next()
    return {name: torch.tensor(numpy.array(array, numpy.float32)) for name, array in found.items()}


def layer_of(constants, name, found):
    constants.skip(2)
    matrix, bias = constants.linear()
    width = matrix.shape[1]
    root = math.sqrt(width // HEADS)
    for part, at, factor in (("q", 0, root), ("k", 1, 1), ("v", 2, 1)):
        found[f"{name}{part}.weight"] = matrix[at * width : (at + 1) * width] * factor
        found[f"{name}{part}.bias"] = bias[at * width : (at + 1) * width] * factor
    found[name + "o.weight"], found[name + "o.bias"] = constants.linear()
    found[name + "n1.weight"], found[name + "n1.bias"] = constants.next(), constants.next()
    found[name + "f1.weight"], found[name + "f1.bias"] = constants.linear()
    constants.skip(3)
    found[name + "f2.weight"], found[name + "f2.bias"] = constants.linear()
    found[name + "n2.weight"], found[name + "n2.bias"] = constants.next(), constants.next()
