"""Cuts words into the pieces that the model knows, as Pieces.java does."""

import json
import unicodedata

LONGEST_WORD = 100


class Pieces:
    def __init__(self, tokenizer):
        with open(tokenizer) as file:
            self.numbers = json.load(file)["model"]["vocab"]
        self.known = {}

    def of(self, text, most):
        """The numbers of a text's pieces and where their words start (-1 for the two at the ends)."""
        numbers, starts = [self.numbers["[CLS]"]], [-1]
        for word, start in words(text):
            for number in self.pieces(word):
                numbers.append(number)
                starts.append(start)
        return numbers[: most - 1] + [self.numbers["[SEP]"]], starts[: most - 1] + [-1]

    def pieces(self, word):
        if word not in self.known:
            self.known[word] = self.cut(word)
        return self.known[word]

    def cut(self, word):
        found, start = [], 0
        while start < len(word):
            end = start if len(word) > LONGEST_WORD else len(word)
            while end > start and self.piece(word, start, end) not in self.numbers:
                end -= 1
            if end == start:
                return [self.numbers["[UNK]"]]
            found.append(self.numbers[self.piece(word, start, end)])
            start = end
        return found

    @staticmethod
    def piece(word, start, end):
        return ("##" if start else "") + word[start:end]


def words(text):
    """Words in lower case without accents; every punctuation mark is a word of its own."""
    found, word = [], None
    for at, letter in enumerate(text):
        category = unicodedata.category(letter)
        if letter.isspace() or category in ("Cc", "Cf", "Cs"):
            word = None
        elif is_punctuation(letter, category):
            found.append([letter, at])
            word = None
        elif word is None:
            word = [letter, at]
            found.append(word)
        else:
            word[0] += letter
    return [(plain(word), start) for word, start in found]


def is_punctuation(letter, category):
    return not letter.isalnum() if ord(letter) < 0x80 else category[0] == "P"


def plain(word):
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")
