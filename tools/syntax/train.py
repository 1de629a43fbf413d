"""Trains the network of the syntactic model on the numbers that prepare.ts wrote.

    python3 tools/syntax/train.py FOLDER OUT [--hidden 160] [--epochs 20] ...

A tagger and graph-based parser after Dozat and Manning (2017), much smaller: bags of features,
two bidirectional LSTM layers, tags from the first, arcs (biaffine) and relations from the second.
Needs PyTorch and NumPy. Weights go to the folder OUT; pack.ts turns them into the model file.
"""
import argparse
import glob
import os
import random
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F


def read(path):
    """Sentences as (heads, rels, tags, counts, flat features)."""
    data = np.fromfile(path, dtype=np.int32)
    sentences, at = [], 0
    while at < len(data):
        size = data[at]
        at += 1
        heads, rels, tags, counts, feats = [], [], [], [], []
        for _ in range(size):
            head, rel, tag, count = data[at:at + 4]
            at += 4
            heads.append(head + 1)
            rels.append(rel)
            tags.append(tag)
            counts.append(count)
            feats.append(data[at:at + count])
            at += count
        sentences.append((np.array(heads), np.array(rels), np.array(tags), np.array(counts),
                          np.concatenate(feats)))
    return sentences


class Net(nn.Module):
    def __init__(self, features, tags, labels, size, hidden, arc, rel, drop):
        super().__init__()
        self.embed = nn.EmbeddingBag(features, size, mode="sum")
        nn.init.normal_(self.embed.weight, std=0.1)
        self.one = nn.LSTM(size, hidden, bidirectional=True)
        self.two = nn.LSTM(2 * hidden, hidden, bidirectional=True)
        self.tag = nn.Linear(2 * hidden, tags)
        self.arc_child = nn.Linear(2 * hidden, arc)
        self.arc_head = nn.Linear(2 * hidden, arc)
        self.arc_root = nn.Parameter(torch.randn(arc) * 0.1)
        self.arc = nn.Parameter(torch.zeros(arc, arc))
        nn.init.xavier_uniform_(self.arc)
        self.arc_bias = nn.Parameter(torch.zeros(arc))
        self.rel_child = nn.Linear(2 * hidden, rel)
        self.rel_head = nn.Linear(2 * hidden, rel, bias=False)
        self.rel_root = nn.Parameter(torch.randn(rel) * 0.1)
        self.rel = nn.Linear(rel, labels)
        self.drop = drop

    def shared_dropout(self, x, rate=None):
        rate = self.drop if rate is None else rate
        if not self.training or rate == 0:
            return x
        mask = torch.empty(1, x.shape[1], x.shape[2]).bernoulli_(1 - rate) / (1 - rate)
        return x * mask

    def forward(self, feats, offsets, weights, length, batch):
        """All tensors are length x batch x ...; head 0 is the root."""
        x = self.embed(feats, offsets, per_sample_weights=weights).view(batch, length, -1)
        x = self.shared_dropout(x.transpose(0, 1), self.drop / 2)
        first, _ = self.one(x)
        first = self.shared_dropout(first)
        second, _ = self.two(first)
        second = self.shared_dropout(second)
        tags = self.tag(first)
        child = self.shared_dropout(F.leaky_relu(self.arc_child(second), 0.1))
        head = self.shared_dropout(F.leaky_relu(self.arc_head(second), 0.1))
        root = self.arc_root.view(1, 1, -1).expand(1, batch, -1)
        head = torch.cat([root, head], 0)
        left = child @ self.arc + self.arc_bias
        arcs = torch.einsum("ibd,jbd->bij", left, head)
        rel_child = self.rel_child(second)
        rel_head = torch.cat([self.rel_root.view(1, 1, -1).expand(1, batch, -1),
                              self.rel_head(second)], 0)
        return tags.transpose(0, 1), arcs, rel_child.transpose(0, 1), rel_head.transpose(0, 1)

    def labels(self, rel_child, rel_head, heads):
        picked = torch.gather(rel_head, 1, heads.unsqueeze(-1).expand(-1, -1, rel_head.shape[-1]))
        hidden = F.leaky_relu(rel_child + picked, 0.1)
        if self.training:
            hidden = F.dropout(hidden, self.drop)
        return self.rel(hidden)


def batches(sentences, tokens, shuffle):
    """Sentences of exactly equal length together, so that nothing needs padding."""
    by_length = {}
    for sentence in sentences:
        by_length.setdefault(len(sentence[0]), []).append(sentence)
    result = []
    for length, group in by_length.items():
        if shuffle:
            random.shuffle(group)
        per = max(1, tokens // length)
        result += [group[i:i + per] for i in range(0, len(group), per)]
    if shuffle:
        random.shuffle(result)
    return result


def tensors(batch, counts, unknown, hide):
    feats = np.concatenate([s[4] for s in batch]).astype(np.int64)
    sizes = np.concatenate([s[3] for s in batch])
    offsets = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
    weights = np.ones(len(feats), dtype=np.float32)
    if hide > 0:
        weights[np.random.rand(len(feats)) < hide] = 0
        words = feats[offsets]
        weights[offsets] = 1
        rare = np.maximum(hide, 0.5 / (0.5 + counts[words] / 2))
        hidden = np.random.rand(len(words)) < rare
        feats[offsets] = np.where(hidden, unknown, words)
    stack = lambda k: torch.from_numpy(np.stack([s[k] for s in batch]).astype(np.int64))
    return (torch.from_numpy(feats), torch.from_numpy(offsets), torch.from_numpy(weights),
            stack(0), stack(1), stack(2))


def evaluate(net, sentences, counts, unknown, upos):
    """UPOS, UAS, LAS with the best head of each word, tree or not."""
    net.eval()
    hits, total = np.zeros(3), 0
    with torch.no_grad():
        for batch in batches(sentences, 4000, False):
            feats, offsets, weights, heads, rels, tags = tensors(batch, counts, unknown, 0)
            size, length = heads.shape
            tag, arcs, rel_child, rel_head = net(feats, offsets, weights, length, size)
            guess = arcs.argmax(-1)
            label = net.labels(rel_child, rel_head, guess).argmax(-1)
            right = guess == heads
            # The relation of the root is no class (-1): a right root is a right label.
            hits += [(upos[tag.argmax(-1)] == upos[tags]).sum().item(), right.sum().item(),
                     (right & ((label == rels) | (heads == 0))).sum().item()]
            total += heads.numel()
    net.train()
    return " ".join(f"{100 * h / total:.2f}" for h in hits)


def loss_of(scores, gold):
    """Mean cross-entropy over the words that have a class (-1 for none)."""
    total = F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=-1, reduction="sum")
    return total / max(1, (gold >= 0).sum().item())


def save(net, folder):
    """One file of 32-bit floats a tensor, its shape in its name."""
    os.makedirs(folder, exist_ok=True)
    for name, tensor in net.state_dict().items():
        shape = "x".join(map(str, tensor.shape))
        tensor.detach().numpy().astype("<f4").tofile(os.path.join(folder, f"{name}.{shape}.bin"))


def load(net, folder, old_keys, keys):
    """Starts from saved weights; vectors of features that are new start at nothing."""
    state = {}
    for name, tensor in net.state_dict().items():
        file, = glob.glob(os.path.join(folder, f"{name}.[0-9]*.bin"))
        values = np.fromfile(file, dtype="<f4")
        if name == "embed.weight":
            rows = {key: row for row, key in enumerate(old_keys)}
            old = values.reshape(len(old_keys), -1)
            none = np.zeros(old.shape[1], dtype="<f4")
            values = np.stack([old[rows[key]] if key in rows else none for key in keys])
        state[name] = torch.from_numpy(values.reshape(tensor.shape))
    net.load_state_dict(state)


def main():
    args = argparse.ArgumentParser()
    args.add_argument("folder")
    args.add_argument("out")
    for name, default in dict(hidden=128, size=96, arc=128, rel=128, epochs=16, tokens=1500,
                              threads=2, seed=1).items():
        args.add_argument(f"--{name}", type=int, default=default)
    args.add_argument("--start", help="weights to start from, a folder that this program wrote")
    args.add_argument("--start-keys", help="keys.bin of the features that they were trained with")
    for name, default in dict(drop=0.33, hide=0.1, rate=2.5e-3).items():
        args.add_argument(f"--{name}", type=float, default=default)
    args = args.parse_args()
    torch.set_num_threads(args.threads)
    for seed in (random.seed, np.random.seed, torch.manual_seed):
        seed(args.seed)
    path = lambda name: os.path.join(args.folder, name)
    counts = np.fromfile(path("counts.bin"), dtype=np.uint32)
    unknown = int(open(path("unknown.txt")).read())
    pairs = open(path("tags.txt")).read().split("\n")
    labels = open(path("labels.txt")).read().split("\n")
    names = sorted({p.split()[0] for p in pairs})
    upos = torch.tensor([names.index(p.split()[0]) for p in pairs] + [-1])
    trains = [read(p) for p in sorted(glob.glob(path("train*.bin")))]
    devs = [read(path("dev.bin")), read(path("hasty.bin"))]
    net = Net(len(counts), len(pairs), len(labels), args.size, args.hidden, args.arc, args.rel,
              args.drop)
    if args.start:
        keys = np.fromfile(path("keys.bin"), dtype=np.uint32)
        load(net, args.start, np.fromfile(args.start_keys, dtype=np.uint32), keys)
    optimiser = torch.optim.Adam(net.parameters(), lr=args.rate, betas=(0.9, 0.95))
    steps = args.epochs * len(batches(trains[0], args.tokens, False))
    warm = steps // 40 + 1
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / warm, max(0.01, 1 - max(0, s - warm) / steps)))
    start = time.time()
    for epoch in range(args.epochs):
        losses = []
        for batch in batches(trains[epoch % len(trains)], args.tokens, True):
            feats, offsets, weights, heads, rels, tags = tensors(batch, counts, unknown, args.hide)
            size, length = heads.shape
            tag, arcs, rel_child, rel_head = net(feats, offsets, weights, length, size)
            label = net.labels(rel_child, rel_head, heads)
            loss = (loss_of(arcs, heads) + loss_of(label, rels) + 0.5 * loss_of(tag, tags))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        print(f"{time.time() - start:.0f} s epoch {epoch} loss {np.mean(losses):.3f} dev",
              evaluate(net, devs[0], counts, unknown, upos), "hasty",
              evaluate(net, devs[1], counts, unknown, upos), flush=True)
        save(net, args.out)


main()
