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


def product_of(a, b):
    a, b = torch.tensor(a), torch.tensor(b)
    out = torch.empty_like(a)
    return lambda: torch.mm(a, b, out=out)
