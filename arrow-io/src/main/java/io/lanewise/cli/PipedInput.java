package io.lanewise.cli;

import io.lanewise.arrow.ArrowTable;
import io.lanewise.arrow.LiveStream;
import io.lanewise.arrow.MemoryBudget;
import io.lanewise.column.DataException;
import io.lanewise.container.Container;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * An input whose bytes can be read once; its first ones tell what it is.
 *
 * @param source what to call it
 * @param in its bytes
 * @param closing closes them
 */
record PipedInput(String source, InputStream in, Runnable closing) {

  /** A pipe or a device in the file system. */
  static PipedInput of(Path path) {
    try {
      InputStream in = Files.newInputStream(path);
      return new PipedInput(path.toString(), in, () -> close(path, in));
    } catch (IOException e) {
      throw unreadable(path.toString(), e);
    }
  }

  private static void close(Path path, InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(path.toString(), e);
    }
  }

  /**
   * Opens data or a profile.
   *
   * @param once whether rows are read only once; if not, they are copied to a file
   */
  OpenedInput open(MemoryBudget budget, boolean once) {
    boolean open = false;
    try {
      byte[] start = in.readNBytes(ContainerFile.START);
      if (once && LiveStream.isLikely(start)) {
        LiveStream stream = LiveStream.open(source, start, in, budget, null);
        open = true;
        return OpenedInput.of(stream, closing);
      }
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), in);
      return Container.isLikely(start)
          ? OpenedInput.of(ProfileFile.read(source, whole))
          : OpenedInput.of(ArrowTable.spool(source, whole, budget));
    } catch (IOException e) {
      throw unreadable(source, e);
    } finally {
      if (!open) {
        closing.run();
      }
    }
  }

  /** Opens data whose bytes are read in their order and accounted for, a file or a stream. */
  AccountedInput openAccounted(MemoryBudget budget) {
    boolean open = false;
    try {
      byte[] start = in.readNBytes(ContainerFile.START);
      if (Container.isLikely(start)) {
        throw new DataException(source + " is a profile, expected data");
      }
      if (LiveStream.isLikely(start) || LiveStream.isLikelyFile(start)) {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        LiveStream stream = LiveStream.open(source, start, in, budget, digest);
        open = true;
        return AccountedInput.of(stream, digest, closing);
      }
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), in);
      // Which says what else it is.
      ArrowTable.spool(source, whole, budget).close();
      throw new DataException(
          source + ": a stream of Arrow before 0.15, which --state cannot read; expected a newer");
    } catch (IOException e) {
      throw unreadable(source, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    } finally {
      if (!open) {
        closing.run();
      }
    }
  }

  private static DataException unreadable(String source, IOException e) {
    return new DataException(source + ": " + problem(e), e);
  }

  private static String problem(IOException e) {
    return e instanceof NoSuchFileException
        ? "no such file"
        : "cannot be read: " + FileProblem.reason(e);
  }
}
