package majix.cli;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;

/// The answer to a client, in frames; their layout stands in `majix-client.c`. Frames are sent when the buffer is full
/// and with the last one.
final class Reply {
    private static final int BUFFER = 1 << 17;

    private final DataOutputStream to;
    private final ReentrantLock writing = new ReentrantLock();

    Reply(OutputStream to) {
        this.to = new DataOutputStream(new BufferedOutputStream(to, BUFFER));
    }

    /// What is written to stdout.
    OutputStream out() {
        return new Stream('o');
    }

    /// What is written to stderr.
    OutputStream err() {
        return new Stream('e');
    }

    /// The end of an answer.
    void exit(int status) throws IOException {
        frame('x', new byte[]{(byte) status}, 0, 1);
        to.flush();
    }

    /// The end without an answer: the client is to find it otherwise.
    void decline() throws IOException {
        frame('d', new byte[0], 0, 0);
        to.flush();
    }

    /// Lets the client know that its answer is being worked on; nothing, if something is being sent just now.
    void beat() throws IOException {
        if (writing.tryLock()) {
            try {
                frame('b', new byte[0], 0, 0);
                to.flush();
            } finally {
                writing.unlock();
            }
        }
    }

    private void frame(char type, byte[] bytes, int offset, int length) throws IOException {
        writing.lock();
        try {
            to.writeByte(type);
            to.writeInt(length);
            to.write(bytes, offset, length);
        } finally {
            writing.unlock();
        }
    }

    private final class Stream extends OutputStream {
        private final char type;

        Stream(char type) {
            this.type = type;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[]{(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            frame(type, bytes, offset, length);
        }
    }
}
