package majix.indexer.codec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the table of contents says of a column. A column has a slot for each document, or only for those that have a
/// value ([Presence#LISTED]).
///
/// @param name the column's name
/// @param kind what its values are
/// @param presence which documents have a value
/// @param slots number of slots
/// @param listed documents in the list, if there is one
/// @param presentAt byte where the set or list of documents begins
/// @param width bytes of a slot's number: the number itself, the place of a value among the sorted ones, or where a block
///     of byte strings begins
/// @param least what a number of 0 stands for
/// @param factor what a step of the number stands for
/// @param at byte where the numbers begin
/// @param values sorted values: how many there are; byte strings: bytes of the blocks
/// @param valuesAt byte where the values begin
record ColumnEntry(String name, Kind kind, Presence presence, int slots, int listed, long presentAt, int width,
        long least,
        long factor, long at, long values, long valuesAt) {

    enum Kind {
        NUMBER,
        BYTES,
        SORTED
    }

    enum Presence {
        /// All documents have a value.
        ALL,
        /// A set of bits says which have.
        BITS,
        /// The documents that have are listed, ascending, four bytes each.
        LISTED,
        /// The documents that have none are listed so.
        LACKING
    }

    void write(BitOutput out) {
        out.string(name.getBytes(StandardCharsets.UTF_8));
        out.put(List.of(Kind.values()).indexOf(kind));
        out.put(List.of(Presence.values()).indexOf(presence));
        out.vlong(slots);
        out.vlong(listed);
        out.vlong(presentAt);
        out.put(width);
        out.fixed(least, 8);
        out.vlong(factor);
        out.vlong(at);
        out.vlong(values);
        out.vlong(valuesAt);
    }

    static ColumnEntry read(Cursor in) throws IOException {
        return new ColumnEntry(new String(in.string(), StandardCharsets.UTF_8), Kind.values()[in.next()],
                Presence.values()[in.next()], in.vint(), in.vint(), in.vlong(), in.next(), in.fixed(8), in.vlong(),
                in.vlong(),
                in.vlong(), in.vlong());
    }
}
