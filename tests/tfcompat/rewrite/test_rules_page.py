"""The page of rules says what the rules say."""

from tfcompat.rewrite import fixers
from tfcompat.rewrite.rules_page import PAGE, page


def test_the_page_is_current():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tfcompat.rewrite.rules_page"


def test_every_rule_says_what_and_why():
    for fixer in fixers.all_fixers():
        rule = fixer.RULE
        assert rule.id.replace("-", "_") == fixer.__name__.rpartition(".")[2]
        assert rule.title and rule.why.endswith(".") and rule.code
