package io.lanewise.arrow;

import java.util.List;

/** The ways that bytes of Arrow come in. */
enum Door {
  /** An IPC file, mapped. */
  FILE,
  /** A stream that lies in a file, mapped. */
  STREAM,
  /** A stream that is read while it arrives. */
  ARRIVING;

  /** Puts a table with at most one dictionary, of id 7, through this door; returns its values. */
  List<List<String>> read(
      List<FieldSpec> fields, List<BatchSpec> dictionary, List<BatchSpec> batches) {
    byte[] bytes = bytes(fields, dictionary, batches);
    return this == ARRIVING ? Refusals.readArriving(bytes) : Refusals.read(bytes);
  }

  private byte[] bytes(
      List<FieldSpec> fields, List<BatchSpec> dictionary, List<BatchSpec> batches) {
    IpcBytes ipc = this == FILE ? IpcBytes.startFile() : IpcBytes.stream();
    ipc.schema(fields.toArray(FieldSpec[]::new));
    dictionary.forEach(values -> ipc.dictionary(7, false, values));
    batches.forEach(ipc::batch);
    return this == FILE ? ipc.end().file() : ipc.end().bytes();
  }
}
