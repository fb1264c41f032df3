package io.lanewise.arrow;

import io.lanewise.column.BatchReader;
import io.lanewise.column.ColumnBatch;
import io.lanewise.column.DataException;
import io.lanewise.column.Schema;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An IPC stream that is read while it arrives, once: no file is written and no row kept, except
 * that single batches of 64 MiB and more pass through a temporary file.
 *
 * <p>Shapes, units, nulls, errors: as {@link ArrowTable}. A stream that ends between two messages
 * without its end marker is read, with a warning; one that ends inside a message is refused where
 * it ends, and the message says how many rows came before.
 *
 * <p>An IPC file is read, too, as the stream that lies in it, in the order of its bytes. Where that
 * ends, the footer must be whole, end the file, and list what was read, with the same columns: else
 * the file was cut or is another table than the one that was read, and is refused.
 *
 * <p>Cost: the bytes are copied once, from the channel to memory outside the heap, which is used
 * again when a batch is closed; of a file, 12 bytes are kept of each batch until its end. One
 * thread at a time reads; batches may be used and closed by any.
 */
public final class LiveStream implements BatchReader {

  /** The first bytes of a stream, and of nothing else: writers since 0.15 begin so. */
  private static final int START = 4;

  /** What is less than this between the end marker and the footer is padding. */
  private static final int ALIGNMENT = 8;

  private final Place place;
  private final MemoryBudget budget;
  private final LiveMessages messages;
  private final BodyMemory memory = new BodyMemory();
  private final TableState state;
  private final StreamBatches batches;

  /** Held from batch to batch, so that the next one finds what is decoded of its dictionaries. */
  private DictionarySet held = DictionarySet.EMPTY;

  /** What was read of an IPC file, in which one stream lies; null where the bytes are no file. */
  private final @Nullable ArrivedMessages inFile;

  /** Whether the file was found to be whole. */
  private boolean confirmed;

  private LiveStream(
      Place place, Arrival arrival, @Nullable ArrivedMessages inFile, MemoryBudget budget) {
    this.inFile = inFile;
    this.place = place;
    this.budget = budget;
    this.messages = new LiveMessages(place, arrival, memory);
    this.state = new TableState(place, budget);
    this.batches = new StreamBatches(messages, state, inFile);
  }

  /**
   * Reads up to the schema.
   *
   * @param source what to call the stream, such as {@code stdin}
   * @param head what was read of it already
   * @param rest is read to its end and not closed
   * @param budget limits what is decompressed at a time
   * @param digest is told every byte that is read, where there is one
   * @throws DataException if it does not begin with a schema that can be read
   */
  public static LiveStream open(
      String source,
      byte[] head,
      InputStream rest,
      MemoryBudget budget,
      @Nullable MessageDigest digest) {
    Place place = Place.of(source);
    ArrivedMessages inFile = isLikelyFile(head) ? new ArrivedMessages() : null;
    Arrival arrival = new Arrival(head, rest, digest);
    LiveStream stream = new LiveStream(place, arrival, inFile, budget);
    try {
      place.guard(
          () -> {
            if (inFile != null) {
              stream.messages.skipMagic();
            }
            stream.batches.readSchema();
            return stream;
          });
    } catch (RuntimeException | Error e) {
      // A message that is no schema may have brought a body.
      stream.close();
      throw e;
    }
    return stream;
  }

  /**
   * Whether bytes that begin like this are a file, which can be read as a stream too if it brings
   * dictionaries ahead of what needs them, as writers do.
   */
  public static boolean isLikelyFile(byte[] start) {
    return Content.magicAt(MemorySegment.ofArray(start), 0);
  }

  /**
   * Whether bytes that begin like this are a stream. Those of writers before 0.15 are not told
   * apart from other files so early.
   *
   * @param start the first bytes, at least 4 if there are as many
   */
  public static boolean isLikely(byte[] start) {
    return start.length >= START && LittleEndian.intAt(start) == MessageSource.CONTINUATION;
  }

  /** What the stream is called. */
  public String source() {
    return place.source();
  }

  /** The columns. */
  public Schema schema() {
    return state.layout().schema();
  }

  /** Number of bytes read so far: up to the end of the latest batch, until the stream ends. */
  public long bytesRead() {
    return messages.position();
  }

  /** What the stream lacks without being damaged, as far as it was read. */
  public List<String> warnings() {
    return batches.ended()
        ? List.of()
        : List.of(String.valueOf(place.refusal(StreamBatches.NO_END).getMessage()));
  }

  @Override
  public @Nullable ColumnBatch next() {
    long rowsBefore = state.rowCount();
    IndexedBatch batch = place.guard(() -> nextBatch(rowsBefore));
    if (batch == null) {
      hold(DictionarySet.EMPTY);
      return null;
    }
    BodyMemory.Slab body = messages.takeBody();
    ArrowBatch next;
    try {
      next = ArrowBatch.of(batch, rowsBefore, budget, () -> memory.giveBack(body));
    } catch (RuntimeException e) {
      memory.giveBack(body);
      throw e;
    }
    hold(batch.dictionaries());
    return next;
  }

  private @Nullable IndexedBatch nextBatch(long rowsBefore) {
    if (confirmed) {
      return null;
    }
    try {
      IndexedBatch batch = inFile != null && batches.ended() ? null : batches.next();
      if (batch == null && inFile != null) {
        confirm(inFile);
      }
      return batch;
    } catch (MalformedException e) {
      throw new MalformedException(
          String.format("%s; %d rows came before", e.getMessage(), rowsBefore));
    }
  }

  private void confirm(ArrivedMessages read) {
    if (!batches.ended()) {
      throw new MalformedException("truncated: it has no end marker, as every file does");
    }
    long end = messages.position();
    FileFooter footer = FileFooter.of(messages.rest(), 0, end);
    if (footer.at() - end >= ALIGNMENT) {
      throw new MalformedException(
          String.format(
              "goes on after its end marker at byte %d with %d bytes that are not its footer",
              end, footer.at() - end));
    }
    SchemaMatch.checkLayout(footer.layout(), "the footer", state.layout(), "the first message");
    read.check(footer.table());
    confirmed = true;
  }

  private void hold(DictionarySet next) {
    next.retain();
    held.release();
    held = next;
  }

  @Override
  public void close() {
    hold(DictionarySet.EMPTY);
    messages.dropBody();
    memory.close();
  }
}
