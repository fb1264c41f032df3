package io.lanewise.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What is wrong with a file, in words: messages of Java's exceptions are often a mere path. */
final class FileProblem {

  private FileProblem() {}

  /** Of a file to write, of which only the folder can be missing. */
  static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> "no folder " + e.getFile();
      case AccessDeniedException e -> "permission denied";
      case FileAlreadyExistsException e -> e.getFile() + " is not a folder";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }
}
