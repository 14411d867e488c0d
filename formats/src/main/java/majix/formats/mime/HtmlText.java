package majix.formats.mime;

import java.util.Locale;
import java.util.Set;

/// HTML as text: tags go, those of blocks leave a line break, scripts, styles and comments go with what is in them,
/// character references are decoded. The targets of links follow at the end, each on its own line, without query and
/// fragment: there they split no word and no phrase.
///
/// A scanner, not a tree: one pass over the characters, and every search that found nothing is remembered, so that it
/// takes linear time on any input. What is not closed (tag, quote, comment, script) hides nothing behind it.
final class HtmlText {
    private static final Set<String> BLOCKS = Set.of("address", "article", "aside", "blockquote", "body", "br",
            "caption", "center", "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
            "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head",
            "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu", "meta", "nav", "noframes",
            "noscript", "object", "ol", "optgroup", "option", "p", "pre", "script", "section", "select", "style",
            "summary", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "title", "tr", "ul",
            "xmp", "button", "input");
    private static final int LONGEST_NAME = 20;

    private final char[] in;
    private final StringBuilder out;
    private final HtmlLinks links = new HtmlLinks();
    private final HtmlTag tag;
    private int mark;
    private boolean noCommentEnd;
    private boolean noScriptEnd;
    private boolean noStyleEnd;
    private boolean noDeclarationEnd;

    private HtmlText(String html) {
        in = html.toCharArray();
        out = new StringBuilder(in.length / 2 + 16);
        tag = new HtmlTag(in, links);
    }

    /// The text of a document or of a part of one.
    static String of(String html) {
        return new HtmlText(html).convert();
    }

    private String convert() {
        int i = 0;
        while (i < in.length) {
            char c = in[i];
            if (c == '<') {
                i = markup(i);
            } else if (c == '&') {
                i = reference(i);
            } else if (c == '\u00AD') {
                flush(i);
                mark = ++i;
            } else {
                i++;
            }
        }
        flush(in.length);
        links.appendTo(out);
        return out.toString();
    }

    /// Takes over the text up to `end`.
    private void flush(int end) {
        out.append(in, mark, end - mark);
    }

    /// Handles a `<`. Where nothing follows that makes it markup it is text.
    ///
    /// @return where to go on
    private int markup(int at) {
        char c = at + 1 < in.length ? in[at + 1] : ' ';
        if (Ascii.isLetter(c)) {
            return tag(at, at + 1, false);
        }
        if (c == '/' && at + 2 < in.length && Ascii.isLetter(in[at + 2])) {
            return tag(at, at + 2, true);
        }
        return c == '!' || c == '?' ? declaration(at) : at + 1;
    }

    private int tag(int at, int nameStart, boolean closing) {
        int nameEnd = nameStart;
        while (nameEnd < in.length && isName(in[nameEnd])) {
            nameEnd++;
        }
        // an address or URL in angle brackets is text
        boolean isTag = nameEnd < in.length && in[nameEnd - 1] != ':'
                && (in[nameEnd] <= ' ' || in[nameEnd] == '>' || in[nameEnd] == '/' || in[nameEnd] == '<');
        int end = isTag ? tag.end(nameEnd) : -1;
        if (end < 0) {
            return at + 1;
        }
        flush(at);
        mark = end;
        String name = nameEnd - nameStart > LONGEST_NAME
                ? ""
                : new String(in, nameStart, nameEnd - nameStart).toLowerCase(Locale.ROOT);
        if (BLOCKS.contains(name) && !out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
        return closing ? end : hidden(name, end);
    }

    /// Passes over what is in a script or style.
    private int hidden(String name, int from) {
        if (name.equals("script") && !noScriptEnd) {
            int close = closing("script", from);
            noScriptEnd = close < 0;
            mark = close < 0 ? from : close;
        } else if (name.equals("style") && !noStyleEnd) {
            int close = closing("style", from);
            noStyleEnd = close < 0;
            mark = close < 0 ? from : close;
        }
        return mark;
    }

    private int closing(String name, int from) {
        for (int i = from; i + name.length() + 1 < in.length; i++) {
            if (in[i] == '<' && in[i + 1] == '/' && isAt(name, i + 2)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isAt(String name, int at) {
        for (int i = 0; i < name.length(); i++) {
            if ((in[at + i] | 0x20) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// A comment, a document type, a processing instruction, or `<![if …]>`.
    private int declaration(int at) {
        int end = -1;
        if (at + 3 < in.length && in[at + 1] == '!' && in[at + 2] == '-' && in[at + 3] == '-') {
            end = noCommentEnd ? -1 : commentEnd(at + 2);
            noCommentEnd |= end < 0;
            end = end < 0 ? at + 4 : end;
        } else if (at + 2 < in.length && (Ascii.isLetter(in[at + 2]) || in[at + 2] == '[') && !noDeclarationEnd) {
            end = at + 2;
            while (end < in.length && in[end] != '>' && in[end] != '<') {
                end++;
            }
            noDeclarationEnd = end == in.length;
            end = noDeclarationEnd ? -1 : in[end] == '>' ? end + 1 : end;
        }
        if (end < 0) {
            return at + 1;
        }
        flush(at);
        mark = end;
        return end;
    }

    private int commentEnd(int from) {
        for (int i = from; i + 2 < in.length; i++) {
            if (in[i] == '-' && in[i + 1] == '-' && in[i + 2] == '>') {
                return i + 3;
            }
        }
        return -1;
    }

    /// Handles an `&`: a numeric or named character reference, else text.
    private int reference(int at) {
        int i = at + 1;
        int character = -1;
        if (i < in.length && in[i] == '#') {
            boolean hex = i + 1 < in.length && (in[i + 1] | 0x20) == 'x';
            int digits = hex ? i + 2 : i + 1;
            i = digits;
            int value = 0;
            while (i < in.length && i < digits + 8 && Character.digit(in[i], hex ? 16 : 10) >= 0) {
                value = value * (hex ? 16 : 10) + Character.digit(in[i++], hex ? 16 : 10);
            }
            character = i > digits && value > 0 && value <= Character.MAX_CODE_POINT ? value : -1;
            character = character >= 0x80 && character < 0xA0 ? LenientUtf8.windows1252(character) : character;
        } else {
            while (i < in.length && i <= at + HtmlEntities.LONGEST && isName(in[i])) {
                i++;
            }
            character = i == at + 1 ? -1 : HtmlEntities.character(new String(in, at + 1, i - at - 1));
        }
        if (character < 0) {
            return at + 1;
        }
        flush(at);
        append(character);
        mark = i < in.length && in[i] == ';' ? i + 1 : i;
        return mark;
    }

    /// Appends a decoded character: a hard blank as a blank, a soft hyphen as nothing.
    private void append(int character) {
        if (character == 0xA0) {
            out.append(' ');
        } else if (character != 0xAD && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE)) {
            out.appendCodePoint(character);
        }
    }

    private static boolean isName(char c) {
        return Ascii.isLetterOrDigit(c) || c == ':' || c == '-' || c == '_';
    }
}
