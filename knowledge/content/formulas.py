"""Facts worked out from other facts, such as ``wage.month * 14``: the same number is written once."""

import ast
import operator
from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from knowledge.content.fact_values import Unit

MONEY: frozenset[Unit] = frozenset({"money", "money_day", "money_month", "money_year"})
_CENT = Decimal("0.01")
_OPERATIONS: Mapping[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_WRITTEN = "a formula is made of facts and numbers with + - * / and brackets, such as wage.month * 14"


def parse_formula(written: str) -> ast.expr:
    """The formula. ValueError says what was expected."""
    try:
        formula = ast.parse(written, mode="eval").body
    except (SyntaxError, ValueError, RecursionError):
        raise ValueError(f"{written!r}: {_WRITTEN}") from None
    if not all(_is_known(node) for node in ast.walk(formula)) or not any(terms_of(formula)):
        raise ValueError(f"{written!r}: {_WRITTEN}")
    return formula


def terms_of(formula: ast.expr) -> Iterator[str]:
    """The ids of the facts in it."""
    if isinstance(formula, (ast.Attribute, ast.Name)):
        yield ast.unparse(formula)
    elif isinstance(formula, ast.BinOp):
        yield from terms_of(formula.left)
        yield from terms_of(formula.right)


def work_out(formula: ast.expr, values: Mapping[str, Decimal], unit: Unit) -> Decimal:
    """Its value in the unit, money to the cent. ValueError for a division by nothing."""
    try:
        value = _value(formula, values)
    except ArithmeticError:
        raise ValueError(f"{ast.unparse(formula)!r} cannot be divided so") from None
    if unit in MONEY:
        return value.quantize(_CENT, ROUND_HALF_UP)
    return Decimal(f"{value.normalize():f}")


def _value(formula: ast.expr, values: Mapping[str, Decimal]) -> Decimal:
    if isinstance(formula, ast.BinOp):
        return _OPERATIONS[type(formula.op)](_value(formula.left, values), _value(formula.right, values))
    if isinstance(formula, ast.Constant):
        return Decimal(str(formula.value))
    return values[ast.unparse(formula)]


def _is_known(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return type(node.value) in (int, float)
    known = (ast.BinOp, ast.Attribute, ast.Name, ast.Load, *_OPERATIONS)
    return isinstance(node, known)
