"""The workloads in PyTorch, eager, as its tutorials write them."""
import torch
from torch import nn

from workloads import BATCHES

VERSION = "PyTorch " + torch.__version__
torch.set_num_threads(1)


def step_of(workload):
    modules, last = [], len(workload.sizes) - 2
    for layer, arrays in enumerate(workload.parameters()):
        weights = torch.tensor(arrays[0].T.copy())
        linear = nn.Linear(*arrays[0].shape, bias=layer == last or not workload.normalized)
        with torch.no_grad():
            linear.weight.copy_(weights)
            if linear.bias is not None:
                linear.bias.zero_()
        modules.append(linear)
        if layer < last:
            if workload.normalized:
                modules.append(nn.BatchNorm1d(arrays[0].shape[1]))
            modules.append(nn.Tanh() if workload.activation == "tanh" else nn.ReLU())
    model = nn.Sequential(*modules)
    optimizer = torch.optim.SGD(model.parameters(), lr=workload.rate)
    loss_function = nn.CrossEntropyLoss()
    inputs, labels = (torch.tensor(array) for array in workload.data())

    def step(index):
        optimizer.zero_grad()
        loss = loss_function(model(inputs[index % BATCHES]), labels[index % BATCHES])
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


def recurrent_step_of(workload):
    w, u, b, v, c = (torch.tensor(array) for array in workload.parameters())
    recurrent = nn.RNN(workload.inputs, workload.units)
    dense = nn.Linear(workload.units, workload.classes)
    with torch.no_grad():
        recurrent.weight_ih_l0.copy_(w.T)
        recurrent.weight_hh_l0.copy_(u.T)
        recurrent.bias_ih_l0.copy_(b)
        recurrent.bias_hh_l0.zero_()
        dense.weight.copy_(v.T)
        dense.bias.copy_(c)
    # One bias is enough; PyTorch has two.
    recurrent.bias_hh_l0.requires_grad_(False)
    parameters = [p for p in [*recurrent.parameters(), *dense.parameters()] if p.requires_grad]
    optimizer = torch.optim.SGD(parameters, lr=workload.rate)
    loss_function = nn.CrossEntropyLoss()
    inputs, labels = (torch.tensor(array) for array in workload.data())

    def step(index):
        optimizer.zero_grad()
        states, _ = recurrent(inputs[index % BATCHES])
        loss = loss_function(dense(states[-1]), labels[index % BATCHES])
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1)
        optimizer.step()
        return loss.item()

    return step


def product_of(a, b):
    a, b = torch.tensor(a), torch.tensor(b)
    out = torch.empty_like(a)
    return lambda: torch.mm(a, b, out=out)
