"""The text of an HTML page as a reader sees it."""

import html.parser

BLOCKS = {"address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt",
          "fieldset", "figure", "footer", "form", "frame", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
          "iframe", "input", "button", "legend", "li", "link", "main", "meta", "nav", "object", "ol", "option", "p", "pre",
          "script", "section", "select", "style", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr", "ul"}
HIDDEN = ("script", "style", "title")


class Page(html.parser.HTMLParser):
    """Blocks break lines, inline tags do not split words."""

    def __init__(self):
        super().__init__()
        self.text, self.hidden = [], 0

    def line(self, tag):
        if tag in BLOCKS:
            self.text.append("\n")

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in HIDDEN
        self.line(tag)

    def handle_startendtag(self, tag, attrs):
        self.line(tag)

    def handle_endtag(self, tag):
        self.hidden = max(0, self.hidden - (tag in HIDDEN))
        self.line(tag)

    def handle_data(self, data):
        if not self.hidden:
            self.text.append(data)


def text(source):
    page = Page()
    try:
        page.feed(source)
        page.close()
    except (AssertionError, ValueError):  # the parser's own limits
        return ""
    return "".join(page.text)
