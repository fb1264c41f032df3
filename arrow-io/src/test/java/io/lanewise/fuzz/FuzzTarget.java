package io.lanewise.fuzz;

import java.io.IOException;
import java.util.List;

/** Something that reads bytes of others, and what it may do with any of them. */
public interface FuzzTarget {

  /** Inputs that are accepted, from which the fuzzer starts. */
  List<byte[]> seeds() throws IOException;

  /**
   * Reads an input.
   *
   * @return whether it was accepted; refused as documented otherwise. Whatever else is thrown is a
   *     finding
   */
  boolean feed(byte[] input) throws IOException;
}
