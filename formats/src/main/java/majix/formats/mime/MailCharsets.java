package majix.formats.mime;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns bytes into text by the charset that mail declares, whatever name it gives it. Where none is declared, it is
/// not known, it is us-ascii or UTF-8, [LenientUtf8] reads the bytes. Close relatives are read as the larger one
/// (iso-8859-1 as windows-1252, gb2312 as GB18030, shift_jis as windows-31j), as browsers do
/// (WHATWG Encoding Standard, 4.2). One per thread.
final class MailCharsets {
    /// Stands for a charset that the bytes have to tell.
    private static final Charset GUESS = StandardCharsets.US_ASCII;
    private static final int REMEMBERED = 500;
    private static final int PATIENCE = 100;

    private final Map<String, Named> named = new HashMap<>();
    private final Oddities oddities;
    /// How often the JDK did not know a charset, which takes it long to find out.
    private int inVain;

    private enum Kind {
        PLAIN,
        WIDE,
        UTF7,
        UNKNOWN
    }

    private record Named(Charset charset, Kind kind) {
        Named(Charset charset) {
            this(charset, Kind.PLAIN);
        }
    }

    MailCharsets(Oddities oddities) {
        this.oddities = oddities;
    }

    /// The text of bytes in a charset, without NULs.
    ///
    /// @param name the declared name, or null if none is
    String decode(byte[] bytes, int from, int length, @Nullable String name) {
        String text = name == null ? guess(bytes, from, length) : named(bytes, from, length, name);
        int start = !text.isEmpty() && text.charAt(0) == '\uFEFF' ? 1 : 0;
        return text.indexOf('\0') < 0 ? text.substring(start) : withoutNuls(text, start);
    }

    private String named(byte[] bytes, int from, int length, String name) {
        Named wanted = named.get(name);
        if (wanted == null) {
            if (named.size() >= REMEMBERED) {
                named.clear();
            }
            wanted = find(name.strip());
            named.put(name, wanted);
        }
        return switch (wanted.kind()) {
            case UNKNOWN -> {
                oddities.note("unknown charset", name);
                yield guess(bytes, from, length);
            }
            case UTF7 -> Utf7.decode(bytes, from, length);
            case WIDE -> wide(bytes, from, length, wanted.charset());
            case PLAIN -> wanted.charset().equals(GUESS)
                    ? guess(bytes, from, length)
                    : new String(bytes, from, length, wanted.charset());
        };
    }

    private static String guess(byte[] bytes, int from, int length) {
        if (length >= 2) {
            int mark = ((bytes[from] & 0xff) << 8) | (bytes[from + 1] & 0xff);
            if (mark == 0xFEFF || mark == 0xFFFE) {
                return new String(bytes, from, length, StandardCharsets.UTF_16);
            }
        }
        return LenientUtf8.decode(bytes, from, length);
    }

    private static String wide(byte[] bytes, int from, int length, Charset declared) {
        if (isPlain(bytes, from, length)) {
            return guess(bytes, from, length);
        }
        boolean littleEndian = declared.equals(StandardCharsets.UTF_16) && isLittleEndian(bytes, from, length);
        return new String(bytes, from, length, littleEndian ? StandardCharsets.UTF_16LE : declared);
    }

    /// UTF-16 without a byte order mark is big-endian (RFC 2781 4.3), but senders know that less well than NULs tell.
    private static boolean isLittleEndian(byte[] bytes, int from, int length) {
        int mark = length < 2 ? 0 : ((bytes[from] & 0xff) << 8) | (bytes[from + 1] & 0xff);
        int balance = 0;
        for (int i = 0; i < length; i++) {
            int side = (i & 1) == 0 ? -1 : 1;
            balance += bytes[from + i] == 0 ? side : 0;
        }
        return balance > 0 && mark != 0xFEFF && mark != 0xFFFE;
    }

    /// Text that is said to be UTF-16 and has neither a NUL nor a byte above 127 is not.
    private static boolean isPlain(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] <= 0) {
                return false;
            }
        }
        return true;
    }

    private static String withoutNuls(String text, int from) {
        StringBuilder rest = new StringBuilder(text.length());
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\0') {
                rest.append(c);
            }
        }
        return rest.toString();
    }

    private Named find(String name) {
        String key = lettersAndDigits(name.startsWith("charset=") ? name.substring(8) : name);
        Named known = switch (key) {
            case "usascii", "ascii", "ansix341968", "iso646us", "646", "utf8", "unicode11utf8", "xutf8", "utf8mb4",
                    "utf", "unicode", "65001", "cp65001", "" ->
                new Named(GUESS);
            case "utf7", "unicode11utf7", "xunicode20utf7", "csunicode11utf7" -> new Named(GUESS, Kind.UTF7);
            case "utf16", "ucs2", "iso10646ucs2" -> new Named(StandardCharsets.UTF_16, Kind.WIDE);
            case "utf16le" -> new Named(StandardCharsets.UTF_16LE, Kind.WIDE);
            case "utf16be" -> new Named(StandardCharsets.UTF_16BE, Kind.WIDE);
            case "utf32", "utf32le", "utf32be" -> jdk("utf-32" + key.substring(5), Kind.WIDE);
            case "iso88591", "latin1", "l1", "88591", "ansi", "xansi", "western" -> jdk("windows-1252", Kind.PLAIN);
            case "iso88596i", "iso88596e" -> jdk("iso-8859-6", Kind.PLAIN);
            case "iso88598i", "iso88598e", "visual" -> jdk("iso-8859-8", Kind.PLAIN);
            case "iso88599", "latin5" -> jdk("windows-1254", Kind.PLAIN);
            case "iso885911", "tis620", "dos874" -> jdk("x-windows-874", Kind.PLAIN);
            case "gb2312", "gb231280", "gbk", "xgbk", "euccn", "cngb", "cp936", "gb18030", "csgb2312", "chinese" ->
                jdk("gb18030", Kind.PLAIN);
            case "big5", "xbig5", "cnbig5", "csbig5", "big5hkscs" -> jdk("big5-hkscs", Kind.PLAIN);
            case "shiftjis", "xsjis", "sjis", "mskanji", "csshiftjis", "cp932", "xmscp932" ->
                jdk("windows-31j", Kind.PLAIN);
            case "eucjp", "xeucjp", "ujis", "xeuc" -> jdk("euc-jp", Kind.PLAIN);
            case "iso2022jp", "csiso2022jp", "iso2022jpms", "cp50220" -> jdk("x-windows-iso2022jp", Kind.PLAIN);
            case "ksc56011987", "ksc5601", "euckr", "ksc56011989", "korean", "cp949", "uhc", "xwindows949" ->
                jdk("x-windows-949", Kind.PLAIN);
            case "macintosh", "mac", "macroman", "xmacroman" -> jdk("x-MacRoman", Kind.PLAIN);
            // since Mac OS 9 the two are one; the JDK's x-MacCyrillic is the older table
            case "xmaccyrillic", "maccyrillic", "xmacukrainian" -> jdk("x-MacUkraine", Kind.PLAIN);
            case "koi8", "koi8r", "cskoi8r" -> jdk("koi8-r", Kind.PLAIN);
            case "koi8u", "koi8ru" -> jdk("koi8-u", Kind.PLAIN);
            case "uft8" -> new Named(GUESS);
            default -> family(key);
        };
        return known.kind() == Kind.UNKNOWN ? jdk(name, Kind.PLAIN) : known;
    }

    /// Names that hold a number: `iso8859-15`, `win-1251`, `x-cp1250`, `cp-850`.
    private Named family(String key) {
        int digits = key.length();
        while (digits > 0 && Ascii.isDigit(key.charAt(digits - 1))) {
            digits--;
        }
        String number = key.substring(digits);
        if (key.contains("utf8")) {
            return new Named(GUESS);
        }
        if (key.contains("gb2312")) {
            return jdk("gb18030", Kind.PLAIN);
        }
        if (key.startsWith("xmac")) {
            return jdk("x-Mac" + key.substring(4), Kind.PLAIN);
        }
        return switch (key.substring(0, digits)) {
            case "iso", "xiso" -> number.startsWith("8859") && number.length() > 4
                    ? jdk("iso-8859-" + number.substring(4), Kind.PLAIN)
                    : unknown();
            case "windows", "win", "cp", "xcp", "xwindows", "ibm", "xibm", "dos", "ms", "mscp" -> {
                Named windows = jdk("windows-" + number, Kind.PLAIN);
                yield windows.kind() == Kind.UNKNOWN ? jdk("cp" + number, Kind.PLAIN) : windows;
            }
            default -> unknown();
        };
    }

    private static Named unknown() {
        return new Named(GUESS, Kind.UNKNOWN);
    }

    private Named jdk(String name, Kind kind) {
        if (inVain > PATIENCE && !Names.KNOWN.contains(name.toLowerCase(Locale.ROOT))) {
            return unknown();
        }
        try {
            return new Named(Charset.forName(name), kind);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            inVain++;
            return unknown();
        }
    }

    private static String lettersAndDigits(String name) {
        StringBuilder key = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Ascii.isLetterOrDigit(c)) {
                key.append((char) Ascii.lower(c));
            }
        }
        return key.toString();
    }

    /// The names of all charsets there are, lower case; made when mail names many that are none.
    private static final class Names {
        static final Set<String> KNOWN = known();

        private Names() {}

        private static Set<String> known() {
            Set<String> names = new HashSet<>();
            for (Charset charset : Charset.availableCharsets().values()) {
                names.add(charset.name().toLowerCase(Locale.ROOT));
                for (String alias : charset.aliases()) {
                    names.add(alias.toLowerCase(Locale.ROOT));
                }
            }
            return names;
        }
    }
}
