package majix.indexer.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Places that a damaged number can name.
class CursorTest {

    @ParameterizedTest
    @ValueSource(longs = {10, 11, 2_466_263_416L, 1L << 32, (1L << 32) + 5, Long.MAX_VALUE, -1, -2_466_263_416L,
            Long.MIN_VALUE})
    void nothingIsReadOrTakenMemoryForOutsideOfTheFile(long place) throws Exception {
        Cursor in = new Cursor(new ArrayBytes(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
        assertThat(in.next()).isEqualTo((byte) 1);
        in.seek(place);
        assertThatThrownBy(in::next).isInstanceOf(EOFException.class);
        in.seek(9);
        assertThat(in.next()).isEqualTo((byte) 10);
    }
}
