package majix.indexer.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import majix.formats.Flag;
import majix.formats.StoreKind;

/// The messages that an index of a [Tree] should hold.
final class Expected {
    private final Tree tree;
    private final String base;
    private final List<Message> messages = new ArrayList<>();

    private Expected(Tree tree, String base) {
        this.tree = tree;
        this.base = base;
    }

    /// @param base absolute path of the archive
    static List<Message> messages(Tree tree, List<Rc> rc, String base) {
        Expected expected = new Expected(tree, base);
        Set<String> seen = new HashSet<>();
        for (Rc each : rc) {
            for (String container : each.containers(tree)) {
                if (seen.add(container)) {
                    expected.container(each.kind(), container);
                }
            }
        }
        return expected.messages;
    }

    private void container(StoreKind kind, String path) {
        switch (kind) {
            case MAILDIR -> {
                for (String sub : List.of("cur", "new")) {
                    for (String name : tree.names(path + "/" + sub)) {
                        single(path, sub + "/" + name, maildirFlags(name));
                    }
                }
            }
            case MH -> {
                Tree.File sequences = tree.files().get(path + "/.mh_sequences");
                String text = sequences != null && sequences.node() instanceof Node.Other(var known) ? known : "";
                for (String name : tree.names(path)) {
                    if (Mh.isMessage(name)) {
                        single(path, name, Mh.flags(text, name.replace(".", "")));
                    }
                }
            }
            case MBOX -> box(path, "");
            case FILES -> {
                for (String name : tree.names(path)) {
                    single(path, name, 0);
                    box(path, name);
                }
            }
        }
    }

    private static int maildirFlags(String name) {
        int info = name.indexOf(":2,");
        int bits = 0;
        for (Flag flag : Flag.values()) {
            if (info >= 0 && name.indexOf(Character.toUpperCase(flag.letter()), info) >= 0) {
                bits |= flag.bit();
            }
        }
        return bits;
    }

    private void single(String folder, String name, int flags) {
        Tree.File file = tree.files().get(folder + "/" + name);
        if (file != null && file.node() instanceof Node.Single(var letter, _)) {
            messages.add(new Message(base + "/" + folder, name, -1, LetterBytes.of(letter).length,
                    letter.date(false, file.mtime()), flags, letter));
        }
    }

    private void box(String folder, String name) {
        Tree.File file = tree.files().get(name.isEmpty() ? folder : folder + "/" + name);
        if (file != null && file.node() instanceof Node.Box box) {
            long at = 0;
            for (Letter letter : box.letters()) {
                int separator = LetterBytes.separator(letter).length;
                int size = Node.Box.block(letter).length - separator;
                messages.add(new Message(base + "/" + folder, name, at + separator, size,
                        letter.date(true, file.mtime()), letter.statusFlags(), letter));
                at += separator + size;
            }
        }
    }
}
