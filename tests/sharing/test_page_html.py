"""HTML: one file that runs nothing and fetches nothing, and from which every word is read back."""

import re
from html.parser import HTMLParser

import pytest
from documents import AWKWARD, documents, page, whole_pack
from hypothesis import given, settings

from tip_reflect.sharing.page_html import write_html_page
from tip_reflect.sharing.page_text import as_text
from tip_reflect.sharing.reading_html import document_of_html
from tip_reflect.sharing.session_page import pack_document

pytestmark = pytest.mark.long

POLICY = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
)
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "li", "br", "hr", "div"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "dir",
    "class",
    "scope",
    "role",
    "aria-label",
}


class Parts(HTMLParser):
    """Every element and attribute of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: dict[str, set[str]] = {}
        self.other: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, set()).add(value)

    def handle_comment(self, data):
        self.other.append(data)

    unknown_decl = handle_pi = handle_comment


def made(document):
    return write_html_page(document).decode()


@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_text_is_read_back_and_makes_no_element(text):
    document = page(text, "and then")
    assert as_text(document_of_html(made(document))) == as_text(document)
    parts = Parts(made(document))
    assert set(parts.tags) <= TAGS
    assert set(parts.attributes) <= ATTRIBUTES
    assert parts.other == []


@settings(max_examples=300, deadline=None)
@given(documents)
def test_any_document_is_read_back(document):
    assert as_text(document_of_html(made(document))) == as_text(document)


@settings(max_examples=100, deadline=None)
@given(documents)
def test_nothing_in_it_runs_or_is_fetched(document):
    parts = Parts(made(document))
    assert set(parts.tags) <= TAGS
    assert set(parts.attributes) <= ATTRIBUTES
    assert parts.other == []


def test_the_style_fetches_nothing_and_the_policy_forbids_it():
    text = made(pack_document(whole_pack()))
    assert POLICY in text
    assert text.index(POLICY) < text.index("<style>")
    style = text[text.index("<style>") : text.index("</style>")]
    assert not re.search(r"url\(|@import|https?:|expression|src", style)


def test_it_says_its_language_and_its_title_and_carries_no_more_about_itself():
    text = made(pack_document(whole_pack()))
    assert text.startswith('<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n')
    assert "<title>For a peer session</title>" in text
    assert set(re.findall(r'<meta name="([^"]+)"', text)) == {"viewport", "color-scheme", "referrer"}


def test_it_has_a_look_for_the_dark_and_one_for_paper():
    text = made(pack_document(whole_pack()))
    assert "@media (prefers-color-scheme: dark)" in text
    assert "@media print" in text
    assert "size: A4" in text


def test_a_page_of_others_is_read_without_its_scripts():
    text = "<title>t</title><script>x()</script><h1>A</h1>loose <b>words</b><p>one<br>two</p><ol><li><p>i</p></ol>"
    assert as_text(document_of_html(text)) == "A\n\nloose words\n\none\ntwo\n\n- i\n"


@pytest.mark.parametrize(
    "text", ["", "<", "<!--", "<p", "<table>", "<table><tr></table>", "<div class=room>", "<b>" * 5000]
)
def test_a_broken_page_is_some_document(text):
    assert isinstance(as_text(document_of_html(text)), str)
