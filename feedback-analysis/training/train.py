"""Teaches the reader: python3 train.py FOLDER, which has training.jsonl, held-out.jsonl and the base model.

Writes FOLDER/reader.pt. The seed is fixed. Word embeddings stay as they are; all else is fitted. It is taught twice
from the same start, by earlier.jsonl and by all of training.jsonl, and what lies half way between the two is kept.
Where FOLDER has a shipped.onnx, training goes on from there: one round at lower rates, the messages of new.jsonl three
times, and then half way back.
"""

import json
import os
import random
import sys
import time

import numpy
import torch
from torch import nn
from torch.nn import functional

import shipped
from encoder import Encoder, Reader, weights
from pieces import Pieces

THEMES = """TECHNICAL_DEPTH PROBLEM_SOLVING SYSTEM_DESIGN WORK_SAMPLE COMMUNICATION ANSWER_STRUCTURE PREPARATION
MOTIVATION COLLABORATION LEADERSHIP COMPOSURE PROFESSIONALISM APPLICATION_MATERIALS SALARY_EXPECTATIONS SENIORITY
DOMAIN_EXPERIENCE CREDENTIALS LOCAL_LANGUAGE LOCATION_ELIGIBILITY OVERQUALIFIED POSITION_CLOSED STRONGER_CANDIDATE
CULTURE_FIT""".split()
CONTROLS = ["CONTROLLABLE", "LONG_TERM", "OUT_OF_CONTROL"]
# The questions, in the order of Model.java: against each theme, praised in each theme, and these.
BLAMES = 2 * len(THEMES)
PRAISES, NAMES_CAUSE, STATES, CONTROL = BLAMES + 1, BLAMES + 2, BLAMES + 3, BLAMES + 4
ANSWERS = CONTROL + len(CONTROLS)

SEED = 7
BATCH = 24
LONGEST = 384
DECAY, WARM_UP = 0.01, 0.08
DROPOUT = 0.1
HIDDEN = 0.08  # the share of pieces that are hidden from the model in each round
MASK, FIRST_WORD = 103, 999
THRESHOLD = 0.3
# How many statements also stand as texts of their own, so that a short text is judged by its words.
ALONE = {"POSITIVE": 2200, "NEGATIVE": 1300, "NEUTRAL": 500}
JOINTS = ("but ", "and ", "while ", "although ", "though ", "so ", "because ", "yet ")
SHORTEST = 3


class Course:
    """How often everything is taught, and how fast the encoder and the answers move."""

    def __init__(self, epochs, rate, head_rate):
        self.epochs, self.rate, self.head_rate = epochs, rate, head_rate


FROM_THE_BASE = Course(6, 1.5e-4, 2e-3)
GOING_ON = Course(1, 6e-5, 5e-4)


class Example:
    def __init__(self, message, pieces):
        self.text = message["text"]
        clauses = [(self.point(start), self.point(end)) for start, end in message["clauses"]]
        self.numbers, starts = pieces.of(self.text, LONGEST)
        self.clause = [-1 if start < 0 else self.at(clauses, start) for start in starts]
        self.answers = numpy.zeros((max(1, len(clauses)), ANSWERS), numpy.float32)
        self.whole = numpy.zeros(ANSWERS, numpy.float32)
        end = 0
        for statement in message["statements"]:
            start = self.text.index(statement["text"], end)
            end = start + len(statement["text"])
            yes = answers(statement)
            self.whole[yes] = 1
            for at, (first, last) in enumerate(clauses):
                shared = 2 * (min(end, last) - max(start, first))
                if shared > 0 and (shared >= end - start or shared >= last - first):
                    self.answers[at, yes] = 1

    def point(self, unit):
        """Java counts UTF-16 units, Python code points."""
        return len(self.text.encode("utf-16-le")[: 2 * unit].decode("utf-16-le", "ignore"))

    @staticmethod
    def at(clauses, start):
        return max((at for at, (first, _) in enumerate(clauses) if first <= start), default=0)


def answers(statement):
    """The questions that a labelled statement answers with yes."""
    yes = [{"NEGATIVE": BLAMES, "POSITIVE": PRAISES, "NEUTRAL": STATES}[statement["polarity"]]]
    if statement.get("control"):
        yes.append(CONTROL + CONTROLS.index(statement["control"]))
    for theme in statement["themes"]:
        if statement["polarity"] == "NEGATIVE":
            yes.append(THEMES.index(theme))
            if theme != "STRONGER_CANDIDATE":
                yes.append(NAMES_CAUSE)
        elif statement["polarity"] == "POSITIVE":
            yes.append(len(THEMES) + THEMES.index(theme))
    return yes


def alone(messages):
    """Statements of these messages as messages: praise and causes that have themes, and what is neither."""
    kinds = {kind: [] for kind in ALONE}
    for statement in (statement for message in messages for statement in message["statements"]):
        text = statement["text"].strip(" ,;-")
        for joint in JOINTS:
            text = text[len(joint) :] if text.lower().startswith(joint) else text
        if len(text.split()) >= SHORTEST and (statement["themes"] or statement["polarity"] == "NEUTRAL"):
            text = text[0].upper() + text[1:] + ("" if text[-1] in ".!?" else ".")
            kinds[statement["polarity"]].append({**statement, "text": text})
    chosen = [it for kind, many in ALONE.items() for it in random.sample(kinds[kind], min(many, len(kinds[kind])))]
    units = lambda text: len(text.encode("utf-16-le")) // 2
    return [{"text": it["text"], "clauses": [[0, units(it["text"])]], "statements": [it]} for it in chosen]


def batch(examples):
    longest = max(len(example.numbers) for example in examples)
    numbers = torch.zeros(len(examples), longest, dtype=torch.long)
    present = torch.zeros(len(examples), longest)
    pool = torch.zeros(sum(len(example.answers) for example in examples), len(examples) * longest)
    owner, row = [], 0
    for at, example in enumerate(examples):
        length = len(example.numbers)
        numbers[at, :length] = torch.tensor(example.numbers)
        present[at, :length] = 1
        clause = torch.tensor(example.clause)
        for own in range(len(example.answers)):
            share = (clause == own).float()
            if share.sum() == 0:
                share[0] = 1
            pool[row, at * longest : at * longest + length] = share / share.sum()
            owner.append(at)
            row += 1
    return numbers, present, pool, torch.tensor(owner)


def run(model, numbers, present, pool):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = model(numbers, present, pool)
    return logits.float()


def of_whole(logits, owner, texts):
    """What a text answers is what its surest clause answers."""
    start = torch.full((texts, ANSWERS), -30.0)
    return start.scatter_reduce(0, owner[:, None].expand(-1, ANSWERS), logits, "amax", include_self=True)


def loss(logits, wanted):
    return functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none").sum(1).mean()


def measured(model, examples):
    """Micro-F1 of causes and of praise, and accuracy of 'names a cause', on whole texts."""
    model.eval()
    counts = numpy.zeros((2, 3))
    right = 0
    with torch.no_grad():
        for start in range(0, len(examples), 32):
            part = examples[start : start + 32]
            numbers, present, pool, owner = batch(part)
            found = torch.sigmoid(of_whole(run(model, numbers, present, pool), owner, len(part))).numpy() > THRESHOLD
            wanted = numpy.stack([example.whole for example in part]) > 0
            right += (found[:, NAMES_CAUSE] == wanted[:, NAMES_CAUSE]).sum()
            for kind, first in enumerate((0, len(THEMES))):
                f, w = found[:, first : first + len(THEMES)], wanted[:, first : first + len(THEMES)]
                counts[kind] += [(f & w).sum(), (f & ~w).sum(), (~f & w).sum()]
    f1 = 2 * counts[:, 0] / numpy.maximum(1, 2 * counts[:, 0] + counts[:, 1] + counts[:, 2])
    return "causes %.3f, praise %.3f, specific %.3f" % (f1[0], f1[1], right / len(examples))


def fit(model, examples, held_out, course):
    head = list(model.head.parameters())
    body = [it for it in model.bert.parameters() if it.requires_grad]
    groups = [{"params": body, "lr": course.rate}, {"params": head, "lr": course.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    rates = [group["lr"] for group in optimizer.param_groups]
    steps, step, began = course.epochs * -(-len(examples) // BATCH), 0, time.time()
    for epoch in range(course.epochs):
        model.train()
        total = 0.0
        for part in batches(examples):
            factor = min(1, step / (WARM_UP * steps)) * max(0.02, 1 - step / steps)
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * factor
            numbers, present, pool, owner = batch(part)
            hide = (torch.rand(numbers.shape) < HIDDEN) & (numbers > FIRST_WORD)
            logits = run(model, torch.where(hide, torch.tensor(MASK), numbers), present, pool)
            wanted = torch.tensor(numpy.concatenate([example.answers for example in part]))
            whole = torch.tensor(numpy.stack([example.whole for example in part]))
            error = loss(logits, wanted) + loss(of_whole(logits, owner, len(part)), whole)
            optimizer.zero_grad()
            error.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            total += error.item()
            step += 1
        print(
            "epoch %d of %d, %.0f s: loss %.2f; held out: %s"
            % (epoch + 1, course.epochs, time.time() - began, total * course.epochs / steps, measured(model, held_out)),
            flush=True,
        )


def batches(examples):
    """All examples in a new order, those of like length together."""
    random.shuffle(examples)
    found = []
    for start in range(0, len(examples), 20 * BATCH):
        block = sorted(examples[start : start + 20 * BATCH], key=lambda example: len(example.numbers))
        found += [block[at : at + BATCH] for at in range(0, len(block), BATCH)]
    random.shuffle(found)
    return found


class School:
    """What there is to learn from in a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.pieces = Pieces(folder + "/all-minilm-l6-v2-tokenizer.json")
        self.held_out = [Example(message, self.pieces) for message in self.read("held-out.jsonl")]

    def read(self, name):
        return [json.loads(line) for line in open(f"{self.folder}/{name}", encoding="utf8")]

    def taught(self, messages, again, start, course):
        """A reader that goes on from these weights, or from the base where there are none."""
        torch.manual_seed(SEED)
        random.seed(SEED)
        examples = [Example(message, self.pieces) for message in messages + alone(messages) + again]
        model = Reader(Encoder(weights(self.folder + "/all-minilm-l6-v2.onnx")), ANSWERS, DROPOUT)
        if start:
            model.load_state_dict(start)
        fit(model, examples, self.held_out, course)
        return model

    def between(self, former, model):
        """Half way: what lies between two that began alike reads better than either."""
        model.load_state_dict({name: (former[name] + now) / 2 for name, now in model.state_dict().items()})
        print("between the two: " + measured(model, self.held_out))
        return model


def main(folder):
    torch.set_num_threads(os.cpu_count())
    school = School(folder)
    everything = school.read("training.jsonl")
    if os.path.exists(folder + "/shipped.onnx"):
        former = shipped.weights(folder + "/shipped.onnx")
        model = school.taught(everything, school.read("new.jsonl") * 2, former, GOING_ON)
    else:
        former = school.taught(school.read("earlier.jsonl"), [], None, FROM_THE_BASE).state_dict()
        model = school.taught(everything, [], None, FROM_THE_BASE)
    torch.save(school.between(former, model).state_dict(), folder + "/reader.pt")


if __name__ == "__main__":
    main(sys.argv[1])
