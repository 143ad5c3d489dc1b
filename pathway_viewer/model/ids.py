"""Ids: the names by which the parts of a pathway are told apart."""

from __future__ import annotations

from typing import NewType

NodeId = NewType("NodeId", str)
EdgeId = NewType("EdgeId", str)
